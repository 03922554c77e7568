local t = setmetatable({ 1, 2 }, { __len = function(self) return "length" end, __call = function(self, ...) return select("#", ...), ... end })
print(#t, rawlen(t), t(), t(1, nil)) -- expect: length	2	0	2	1	nil
print(pcall(t, "x")) -- expect: true	1	x
local nested = setmetatable({}, { __call = t })
print(nested("a") == 2) -- expect: true
print(pcall(setmetatable({}, { __call = 5 }))) -- expect: false	attempt to call a number value
