-- policy: untrusted
-- limit: reductions=3M
return string.find(("("):rep(200000), "%b()")
-- expect kill: reductions
