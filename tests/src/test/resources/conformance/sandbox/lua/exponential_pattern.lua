-- policy: untrusted
-- limit: reductions=3M
return string.find(("a"):rep(30), ("a?"):rep(30) .. ("a"):rep(30))
-- expect kill: reductions
