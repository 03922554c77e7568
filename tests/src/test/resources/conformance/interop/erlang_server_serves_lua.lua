--[==[ erlang
-module(tally).
-export([start/0]).
start() -> spawn(fun() -> loop(0) end).
loop(Sum) ->
  receive
    {add, N} -> loop(Sum + N);
    {get, From} -> From ! {total, Sum}, loop(Sum)
  end.
]==]
local erlang = require("erlang")
local server = erlang.call("tally", "start")
for i = 1, 10 do erlang.send(server, erlang.tuple(erlang.atom("add"), i)) end
erlang.send(server, erlang.tuple(erlang.atom("get"), erlang.self()))
local answer = erlang.receive(5000)
print(tostring(answer[1]), answer[2]) -- expect: total	55
