-- policy: untrusted
-- limit: reductions=20M,time=30s
local function f() return pcall(f) end
while true do f() end
-- expect kill: reductions|memory
