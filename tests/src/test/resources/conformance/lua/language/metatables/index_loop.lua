local t = setmetatable({}, {})
getmetatable(t).__index = t
print(t.x)
-- expect error: index_loop.lua:3: '__index' chain too long; possible loop
