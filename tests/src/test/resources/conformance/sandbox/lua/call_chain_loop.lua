-- policy: untrusted
-- limit: reductions=3M
local t = setmetatable({}, {})
getmetatable(t).__call = t
print((pcall(t)))
-- expect: false
