-- limit: reductions=100000
load(function() while true do end end)
-- expect kill: reductions
