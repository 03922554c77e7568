-- policy: untrusted
-- limit: reductions=3M
local ok, result = pcall(function() return assert(io.open("/etc/passwd")) end)
print(ok and result ~= nil and result ~= false)
-- expect: false
