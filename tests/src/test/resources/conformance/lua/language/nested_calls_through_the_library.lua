-- As deep as the reference implementation lets C functions and metamethods call one another.
local n = 0
local function f() n = n + 1 local ok, m = pcall(f) return ok, m end
print(f(), n)
n = 0
local t = setmetatable({}, {__index = function(t, k) n = n + 1 return t[k + 1] end})
print(pcall(function() return t[1] end))
print(n)
n = 0
local function g() n = n + 1 return (string.gsub("a", "a", g)) end
print(pcall(g))
print(n)
n = 0
local function co() n = n + 1 local ok, m = coroutine.resume(coroutine.create(co)) return m end
print(co(), n)
n = 0
local m = setmetatable({}, {__add = function(a, b) n = n + 1 return a + b end})
print(pcall(function() return m + 1 end))
print(n)
-- expect: true	198
-- expect: false	nested_calls_through_the_library.lua:6: C stack overflow
-- expect: 196
-- expect: false	C stack overflow
-- expect: 197
-- expect: C stack overflow	198
-- expect: false	nested_calls_through_the_library.lua:17: C stack overflow
-- expect: 196
