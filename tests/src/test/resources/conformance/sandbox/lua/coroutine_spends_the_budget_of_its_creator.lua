-- policy: untrusted
-- limit: reductions=3M,time=30s
coroutine.wrap(function() while true do end end)()
-- expect kill: reductions
