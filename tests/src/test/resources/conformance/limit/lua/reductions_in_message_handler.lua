-- limit: reductions=100000
print(xpcall(error, function() while true do end end))
-- expect kill: reductions
