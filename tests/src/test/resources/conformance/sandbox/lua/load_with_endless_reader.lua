-- policy: untrusted
-- limit: reductions=3M,time=30s
return load(function() while true do end end)
-- expect kill: reductions
