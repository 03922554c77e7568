-- policy: untrusted
-- limit: reductions=3M,time=30s
return string.find(("a"):rep(30), ("a?"):rep(30) .. ("a"):rep(30))
-- expect kill: reductions
