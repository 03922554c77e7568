-- limit: memory=16M,time=20s
local f = function() end
while true do local g = f f = function() return g end end
-- expect kill: memory
