--[==[ erlang
-module(higher).
-export([map/2, twice/2, safely/1]).
map(F, L) -> lists:map(F, L).
twice(F, X) -> F(F(X)).
safely(F) -> try F() catch error:R -> {caught, R} end.
]==]
local erlang = require("erlang")
local function double(x) return x * 2 end
print(erlang.call("higher", "twice", double, 3)) -- expect: 12
print(erlang.tostring(erlang.call("higher", "map", double, erlang.list(1, 2, 3)))) -- expect: [2,4,6]
local caught = erlang.call("higher", "safely", function() error("oops", 0) end)
print(tostring(caught[1]), caught[2]) -- expect: caught	oops
