-- policy: untrusted
-- limit: reductions=3M,time=30s
local function f() return f() end
f()
-- expect kill: reductions
