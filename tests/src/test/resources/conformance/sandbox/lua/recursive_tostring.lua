-- policy: untrusted
-- limit: reductions=100M,time=30s
local t = setmetatable({}, { __tostring = function(t) return tostring(t) end })
local ok, message = pcall(tostring, t)
print(ok, message:match("stack overflow"))
-- expect: false	stack overflow
