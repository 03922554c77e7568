-- policy: untrusted
-- limit: reductions=3M,time=30s
local s = "x"
while true do s = s .. s end
-- expect kill: memory|value
