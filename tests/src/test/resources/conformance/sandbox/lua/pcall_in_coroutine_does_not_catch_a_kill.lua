-- policy: untrusted
-- limit: reductions=3M
local co = coroutine.create(function() pcall(function() while true do end end) print("caught") end)
print(coroutine.resume(co))
-- expect kill: reductions
