-- policy: untrusted
-- limit: reductions=20M
local function f() return pcall(f) end
while true do f() end
-- expect kill: reductions|memory
