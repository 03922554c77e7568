-- limit: reductions=100000
local t = setmetatable({}, {__concat = function() while true do end end})
pcall(function() return "a" .. t end)
-- expect kill: reductions
