-- limit: reductions=100000
print(pcall(function() while true do end end))
print("not reached")
-- expect kill: reductions
