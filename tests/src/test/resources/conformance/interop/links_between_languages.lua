--[==[ erlang
-module(watch).
-export([wait/1]).
wait(Pid) ->
  Ref = monitor(process, Pid),
  Pid ! stop,
  receive {'DOWN', Ref, process, _, Reason} -> Reason after 5000 -> timeout end.
]==]
local erlang = require("erlang")
local quiet = erlang.spawn(function() erlang.receive() end)
print(tostring(erlang.call("watch", "wait", quiet))) -- expect: normal
