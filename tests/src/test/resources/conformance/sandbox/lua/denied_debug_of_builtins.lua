-- policy: untrusted
-- limit: reductions=3M
local ok, name = pcall(function() return debug.getupvalue(print, 1) end)
print(ok and name ~= nil)
-- expect: false
