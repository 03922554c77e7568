-- policy: untrusted
-- limit: reductions=3M,time=30s
local ok, value = pcall(function() return os.getenv("PATH") end)
print(type(value) == "string" and value:find("/") ~= nil and ok)
-- expect: false
