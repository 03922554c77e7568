-- reductions: 60308
local t = {}
for i = 1, 10000 do t[i] = i end
for i = 1, 10000 do t["k" .. i] = t[i] end
local n = 0
for k, v in pairs(t) do n = n + v end
print(n) -- expect: 100010000
