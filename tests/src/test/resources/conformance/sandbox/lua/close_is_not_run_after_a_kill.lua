-- policy: untrusted
-- limit: reductions=3M
local c <close> = setmetatable({}, { __close = function() print("closed") end })
while true do end
-- expect kill: reductions
