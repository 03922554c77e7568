-- limit: reductions=100000
local t = setmetatable({}, {__index = function() while true do end end})
pcall(function() return t.x end)
-- expect kill: reductions
