-- policy: untrusted
-- limit: reductions=3M,time=30s
local ok, name = pcall(function() return debug.getupvalue(print, 1) end)
print(ok and name ~= nil)
-- expect: false
