-- limit: value=100000
local s = "x"
while true do s = s .. s end
-- expect kill: value
