local i, t = 1, {}
i, t[i] = i + 1, 20
print(i, t[1], t[2]) -- expect: 2	20	nil
local a, b, c = 1, 2
print(a, b, c) -- expect: 1	2	nil
a, b = b, a
print(a, b) -- expect: 2	1
local x, y, z = (function() return 1, 2, 3 end)()
print(x, y, z) -- expect: 1	2	3
x, y, z = (function() return 1, 2, 3 end)(), 10
print(x, y, z) -- expect: 1	10	nil
x, y = 1, 2, 3
print(x, y) -- expect: 1	2
do
  local t = { 1, 2 }
  local n = 1
  n, t[n], t[n + 1] = 2, "a", "b"
  print(n, t[1], t[2]) -- expect: 2	a	b
end
