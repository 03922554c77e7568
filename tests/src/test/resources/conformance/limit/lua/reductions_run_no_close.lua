-- limit: reductions=100000
local c <close> = setmetatable({}, {__close = function() print("closed") end})
while true do end
-- expect kill: reductions
