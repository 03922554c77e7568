-- limit: reductions=100000
local co = coroutine.create(function() while true do end end)
print(coroutine.resume(co))
-- expect kill: reductions
