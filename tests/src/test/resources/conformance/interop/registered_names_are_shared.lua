--[==[ erlang
-module(names).
-export([register_self/0, send/2]).
register_self() -> register(from_erlang, self()).
send(Name, Message) -> Name ! Message.
]==]
-- except: forked the name stays registered when the state goes back
local erlang = require("erlang")
erlang.call("names", "register_self")
print(erlang.whereis("from_erlang") == erlang.self()) -- expect: true
erlang.call("names", "send", erlang.atom("from_erlang"), "hello")
print(erlang.receive(0)) -- expect: hello
print(erlang.whereis("nobody")) -- expect: nil
