-- policy: untrusted
-- limit: reductions=3M
local function f() return f() end
f()
-- expect kill: reductions
