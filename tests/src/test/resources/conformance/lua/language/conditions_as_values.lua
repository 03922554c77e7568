local a, b = 1, 2
local t = { a < b, a == b, not (a < b), a < b and "lt" or "ge" }
print(t[1], t[2], t[3], t[4]) -- expect: true	false	false	lt
print((a < b) == true, (a > b) ~= true) -- expect: true	true
local x = a == 1 and b == 2
print(x, a == 2 or b == 2, (a == 2 and b) or (b == 2 and a)) -- expect: true	true	1
