local t = setmetatable({}, { __index = function(_, name) return function(self, ...) return name, ... end end })
print(t:anything(1, 2)) -- expect: anything	1	2
print(t.other(nil, 3)) -- expect: other	3
