-- reductions: 100069
local s = 0
for i = 1, 100000 do s = s + i % 7 end
print(s) -- expect: 300000
