-- policy: untrusted
-- limit: reductions=3M,time=30s
local s = ""
for i = 1, 10000000 do s = s .. "x" end
-- expect kill: reductions|memory|value
