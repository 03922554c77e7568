-- reductions: 8470
local function counter() local n = 0 return function() n = n + 1 return n end end
local c
for i = 1, 200 do c = counter() for j = 1, 20 do c() end end
print(c()) -- expect: 21
