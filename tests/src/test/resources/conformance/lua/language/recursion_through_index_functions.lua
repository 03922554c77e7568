local t = setmetatable({}, { __index = function(t, k) if k == 0 then return "end" end return t[k - 1] end })
print(t[150]) -- expect: end
local endless = setmetatable({}, { __index = function(t, k) return t[k] end })
local ok, message = pcall(function() return endless.x end)
print(ok, message:match("stack overflow")) -- expect: false	stack overflow
