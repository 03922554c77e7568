local base = { greet = "hello" }
local t = setmetatable({}, { __index = base })
print(t.greet, t.other, rawget(t, "greet")) -- expect: hello	nil	nil
local f = setmetatable({}, { __index = function(self, key) return key .. "!" end })
print(f.x, f[1], rawget(f, "x")) -- expect: x!	1!	nil
local chain = setmetatable({}, { __index = setmetatable({}, { __index = { deep = true } }) })
print(chain.deep) -- expect: true
