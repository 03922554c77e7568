-- policy: untrusted
-- limit: reductions=3M,time=30s
local co = coroutine.create(function() pcall(function() while true do end end) print("caught") end)
print(coroutine.resume(co))
-- expect kill: reductions
