-- policy: untrusted
-- limit: reductions=3M,time=30s
local ok, result = pcall(function() return package.loadlib("libc.so.6", "system") end)
print(ok and result ~= nil and result ~= false)
-- expect: false
