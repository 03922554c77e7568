local f1, f2, f3
do
  local a, b = 3, 5
  f1 = function() return a + b end
  f2 = function() return b + a end
  do
    local a = 10
    f3 = function() return a + b end
  end
end
local id = debug.upvalueid
print(id(f1, 1) == id(f2, 2), id(f1, 1) == id(f3, 1), id(f1, 2) == id(f3, 2), id(f1, 3))
debug.upvaluejoin(f1, 2, f2, 2)
print(f1(), f2(), f3())
debug.upvaluejoin(f3, 2, f2, 1)
print(f3())
print(pcall(debug.upvaluejoin, f1, 3, f2, 1))
print(pcall(debug.upvaluejoin, print, 1, f2, 1))
-- An environment for one function only.
local function g() return x end
debug.upvaluejoin(g, 1, (function(env) return function() return env end end)({x = "mine"}), 1)
print(g(), x)
-- expect: true	false	true	nil
-- expect: 6	8	15
-- expect: 15
-- expect: false	bad argument #2 to 'debug.upvaluejoin' (invalid upvalue index)
-- expect: false	bad argument #2 to 'debug.upvaluejoin' (invalid upvalue index)
-- expect: mine	nil
