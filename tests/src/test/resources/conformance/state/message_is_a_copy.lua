local erlang = require("erlang")
local me = erlang.self()
local t = {1, {2}}
t.self = t
erlang.send(me, t)
t[1], t[2][1] = "changed", "changed"
local got = erlang.receive(0)
print(got[1], got[2][1], got.self == got, got == t) -- expect: 1	2	true	false
got[1] = 7
print(t[1], got[1]) -- expect: changed	7
