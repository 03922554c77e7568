-- policy: untrusted
-- limit: reductions=3M,time=30s
pcall(function() debug.sethook() end)
while true do end
-- expect kill: reductions
