local function two() return 1, 2 end
local function f(a) return a and two() end
local function g(a) return a or two() end
local function h(a, b) return a and b or two() end
print(f(true)) -- expect: 1
print(f(nil)) -- expect: nil
print(g(false)) -- expect: 1
print(h(true, false)) -- expect: 1
print((two())) -- expect: 1
local t = { true and two(), two() }
print(#t) -- expect: 3
