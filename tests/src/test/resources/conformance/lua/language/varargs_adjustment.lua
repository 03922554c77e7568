local function f(...)
  local a, b = ...
  return select("#", ...), a, b, (...)
end
print(f()) -- expect: 0	nil	nil	nil
print(f(1)) -- expect: 1	1	nil	1
print(f(1, 2, 3)) -- expect: 3	1	2	1
print((f(1, 2))) -- expect: 2
local function g(...) return ... end
print(g(1, nil), g(nil, nil)) -- expect: 1	nil	nil
print(({ g(1, 2, 3) })[3]) -- expect: 3
