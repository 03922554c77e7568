-- policy: untrusted
-- limit: reductions=3M,time=30s
local co = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do co() end
-- expect kill: reductions
