-- policy: untrusted
-- limit: reductions=100M,time=30s
local function n() return coroutine.wrap(n)() end
local ok, message = pcall(n)
print(ok, message:match("stack overflow"))
-- expect: false	stack overflow
