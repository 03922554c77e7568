-- reductions: 2547
local t = {}
for i = 1, 500 do t[#t + 1] = string.format("%5d|%-8s|%.3f", i, "x" .. i, i / 3) end
print(#table.concat(t)) -- expect: 10672
