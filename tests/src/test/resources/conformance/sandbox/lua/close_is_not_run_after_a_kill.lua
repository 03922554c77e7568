-- policy: untrusted
-- limit: reductions=3M,time=30s
local c <close> = setmetatable({}, { __close = function() print("closed") end })
while true do end
-- expect kill: reductions
