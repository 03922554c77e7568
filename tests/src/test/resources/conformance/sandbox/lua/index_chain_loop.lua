-- policy: untrusted
-- limit: reductions=3M,time=30s
local t = setmetatable({}, {})
getmetatable(t).__index = t
print(pcall(function() return t.x end))
-- expect: false	index_chain_loop.lua:5: '__index' chain too long; possible loop
