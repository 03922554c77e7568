-- policy: untrusted
-- limit: reductions=3M
local ok, value = pcall(function() return os.getenv("PATH") end)
print(type(value) == "string" and value:find("/") ~= nil and ok)
-- expect: false
