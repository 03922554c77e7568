-- limit: reductions=100000
table.sort({3, 2, 1}, function() while true do end end)
-- expect kill: reductions
