-- policy: untrusted
-- limit: reductions=50M,time=30s
local t = {}
while true do t[#t + 1] = ("x"):rep(1000000):sub(1, 1) end
-- expect kill: reductions|memory
