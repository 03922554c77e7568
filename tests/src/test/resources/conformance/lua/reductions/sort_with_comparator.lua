-- reductions: 9966
local t = {}
for i = 1, 500 do t[i] = i * 7919 % 503 end
table.sort(t, function(a, b) return a > b end)
print(t[1], t[500]) -- expect: 502	1
