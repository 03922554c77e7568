-- policy: untrusted
-- limit: reductions=20M,time=30s
local t = {1, 2, 3}
local ok = pcall(function() for k in pairs(t) do t[k + 1000] = 1 end end)
print("not reached, unless next refuses", ok)
-- expect kill: reductions|memory|value
