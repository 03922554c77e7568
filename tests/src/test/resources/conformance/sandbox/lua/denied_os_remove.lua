-- policy: untrusted
-- limit: reductions=3M
local ok, result = pcall(function() return assert(os.remove("/tmp/x")) end)
print(ok and result ~= nil and result ~= false)
-- expect: false
