-- policy: untrusted
-- limit: reductions=3M,time=30s
local t = {}
for i = 1, 1000 do t[i] = i end
table.sort(t, function(a, b) while true do end end)
-- expect kill: reductions
