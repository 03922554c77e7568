-- policy: untrusted
-- limit: reductions=3M,time=30s
return string.find(("("):rep(200000), "%b()")
-- expect kill: reductions
