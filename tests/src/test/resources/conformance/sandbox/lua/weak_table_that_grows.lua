-- policy: untrusted
-- limit: reductions=5M,time=30s
local k = setmetatable({}, { __mode = "k" })
while true do local a = {} k[a] = { a } end
-- expect kill: reductions|memory|value
