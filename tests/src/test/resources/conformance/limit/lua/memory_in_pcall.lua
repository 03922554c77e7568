-- limit: memory=16M,time=20s
local t = {}
while true do pcall(function() for i = 1, 1000 do t[#t + 1] = {i} end end) end
-- expect kill: memory
