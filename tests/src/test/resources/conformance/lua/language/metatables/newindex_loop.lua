local t = setmetatable({}, {})
getmetatable(t).__newindex = t
t.x = 1
-- expect error: newindex_loop.lua:3: '__newindex' chain too long; possible loop
