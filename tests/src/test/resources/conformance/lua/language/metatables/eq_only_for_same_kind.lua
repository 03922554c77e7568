local calls = 0
local mt = { __eq = function() calls = calls + 1 return true end }
local a, b = setmetatable({}, mt), setmetatable({}, {})
print(a == b, b == a, a == 1, a == "x", a == a, calls) -- expect: true	true	false	false	true	2
