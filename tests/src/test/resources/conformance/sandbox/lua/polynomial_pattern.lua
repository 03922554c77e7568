-- policy: untrusted
-- limit: reductions=3M,time=30s
return string.find(("a"):rep(10000), (".-"):rep(6) .. "b")
-- expect kill: reductions
