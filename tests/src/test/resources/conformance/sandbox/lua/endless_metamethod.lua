-- policy: untrusted
-- limit: reductions=3M,time=30s
local t = setmetatable({}, { __index = function() while true do end end })
pcall(function() return t.x end)
-- expect kill: reductions
