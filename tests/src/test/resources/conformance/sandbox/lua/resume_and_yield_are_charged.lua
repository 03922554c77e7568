-- policy: untrusted
-- limit: reductions=3M
local co = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do co() end
-- expect kill: reductions
