local LIMIT <const> = 10
local NAME <const> = "n"
print(LIMIT + 1, NAME .. LIMIT) -- expect: 11	n10
local f = function() return LIMIT * 2 end
print(f()) -- expect: 20
