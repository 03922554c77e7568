-- policy: untrusted
-- limit: reductions=2M
local ok, start = pcall(os.clock)
while true do pcall(os.clock) end
-- expect kill: reductions|time
