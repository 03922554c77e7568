-- limit: value=100000
local t = {}
for i = 1, 100 do t[i] = ("x"):rep(5000) end
pcall(table.concat, t)
-- expect kill: value
