-- policy: untrusted
-- limit: reductions=3M,time=30s
local ok, result = pcall(function() return os.execute("id") end)
print(ok and result ~= nil and result ~= false)
-- expect: false
