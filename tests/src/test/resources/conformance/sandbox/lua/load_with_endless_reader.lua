-- policy: untrusted
-- limit: reductions=3M
return load(function() while true do end end)
-- expect kill: reductions
