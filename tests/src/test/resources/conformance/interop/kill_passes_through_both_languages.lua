-- limit: reductions=1M
--[==[ erlang
-module(guard).
-export([run/1]).
run(F) -> try F() catch _:_ -> caught after io:format("after~n") end.
]==]
local erlang = require("erlang")
print(pcall(erlang.call, "guard", "run", function() while true do pcall(error) end end))
-- expect kill: reductions
