-- policy: untrusted
local meta = {}
meta.__index = function(t, k) return t[k] end
local ok, message = pcall(function() return setmetatable({}, meta).x end)
print(ok, message:match("stack overflow")) -- expect: false	stack overflow
