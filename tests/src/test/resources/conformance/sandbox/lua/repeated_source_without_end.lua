-- policy: untrusted
-- limit: reductions=50M,time=30s
local source = "return 1"
while true do source = source .. " + 1" load(source) end
-- expect kill: reductions|source|memory
