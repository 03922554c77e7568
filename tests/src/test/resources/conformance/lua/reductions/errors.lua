-- reductions: 6969
local n = 0
for i = 1, 300 do if not pcall(error, i) then n = n + 1 end end
print(n) -- expect: 300
