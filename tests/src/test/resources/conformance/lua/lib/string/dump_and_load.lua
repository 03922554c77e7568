-- A dump is loaded with fresh upvalues; the first one is the environment.
local a, b = 20, 30
local k <const> = 7
local function f(x)
  if x == "set" then a = 10 + b; b = b + k else return a end
end
local g = load(string.dump(f), "", "b", nil)
print(g())
print(debug.setupvalue(g, 1, "hi"), g())
print(debug.setupvalue(g, 2, 13), debug.setupvalue(g, 3, 10))
g("set")
print(g(), a, b)
print(load(string.dump(load("return 1 + ...")))(41))
print(load(string.dump(function(...) return select("#", ...), ... end))(1, nil, 3))
local object = {n = 5}
function object:get(m) return self.n + m end
print(load(string.dump(object.get))(object, 2))
print(load(string.dump(function() return print ~= nil end), "x", "b", _ENV)())
print(load(string.dump(function() return 1 end), "x", "t"))
print(load("return 1", "x", "b"))
print(pcall(string.dump, print))
-- expect: nil
-- expect: a	hi
-- expect: b
-- expect: 23	20	30
-- expect: 42
-- expect: 3	1	nil	3
-- expect: 7
-- expect: true
-- expect: nil	attempt to load a binary chunk (mode is 't')
-- expect: nil	attempt to load a text chunk (mode is 'b')
-- expect: false	unable to dump given function
