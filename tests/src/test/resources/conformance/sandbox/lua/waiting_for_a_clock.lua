-- policy: untrusted
-- limit: reductions=2M,time=30s
local ok, start = pcall(os.clock)
while true do pcall(os.clock) end
-- expect kill: reductions|time
