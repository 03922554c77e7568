-- limit: memory=16M,time=20s
local t = {}
while true do t[#t + 1] = {} end
-- expect kill: memory
