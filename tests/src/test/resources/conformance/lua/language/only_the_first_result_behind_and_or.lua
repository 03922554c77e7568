local function two() return 1, 2 end
local function f(a) return a and two() end
local function g(a) return a or two() end
local function h(a, b) return a and b or two() end
print(f(true))
print(f(nil))
print(g(false))
print(h(true, false))
print((two()))
local t = { true and two(), two() }
print(#t)
-- expect: 1
-- expect: nil
-- expect: 1
-- expect: 1
-- expect: 1
-- expect: 3
