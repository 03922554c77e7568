-- policy: untrusted
-- limit: reductions=3M
pcall(function() debug.sethook() end)
while true do end
-- expect kill: reductions
