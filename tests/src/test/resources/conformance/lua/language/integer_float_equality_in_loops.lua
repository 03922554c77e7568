local seen = {}
for i = 1, 3 do seen[i * 1.0] = true end
print(seen[1], seen[2], seen[3], #seen) -- expect: true	true	true	3
local x = 3
x = x / 1
print(x, x == 3, math.type(x), x | 0) -- expect: 3.0	true	float	3
