-- policy: untrusted
-- limit: reductions=100M,time=30s
local t = setmetatable({}, { __eq = function(a, b) return a == b end })
local ok, message = pcall(function() return t == setmetatable({}, getmetatable(t)) end)
print(ok, message:match("stack overflow"))
-- expect: false	stack overflow
