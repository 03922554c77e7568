-- limit: reductions=100000
print(pcall(coroutine.wrap(function() pcall(function() while true do end end) end)))
-- expect kill: reductions
