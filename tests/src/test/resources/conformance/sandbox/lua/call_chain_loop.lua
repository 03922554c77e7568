-- policy: untrusted
-- limit: reductions=3M,time=30s
local t = setmetatable({}, {})
getmetatable(t).__call = t
print((pcall(t)))
-- expect: false
