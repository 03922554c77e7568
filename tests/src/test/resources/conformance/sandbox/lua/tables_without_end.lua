-- policy: untrusted
-- limit: reductions=500M,time=30s
local t = {}
while true do t[#t + 1] = {} end
-- expect kill: memory|reductions|value
