--[==[ erlang
-module(client).
-export([ask/2]).
ask(Server, N) ->
  Server ! {self(), N},
  receive {answer, M} -> M after 5000 -> timeout end.
]==]
local erlang = require("erlang")
local server = erlang.spawn(function()
  while true do
    local request = erlang.receive()
    erlang.send(request[1], erlang.tuple(erlang.atom("answer"), request[2] * 2))
  end
end)
print(erlang.call("client", "ask", server, 21)) -- expect: 42
print(erlang.call("client", "ask", server, 1.5)) -- expect: 3.0
