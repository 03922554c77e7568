local LIMIT <const> = 10
return LIMIT * 60 + 2 ^ 3, "a" .. "b", -(-1), not nil
