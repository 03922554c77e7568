-- limit: atoms=100
local erlang = require("erlang")
for i = 1, 1000 do pcall(erlang.atom, "made_up_" .. i) end
-- expect kill: atoms
