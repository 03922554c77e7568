-- policy: untrusted
-- limit: reductions=3M
coroutine.wrap(function() while true do end end)()
-- expect kill: reductions
