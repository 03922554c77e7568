erlang = require("erlang")
t, me = {n = 1}, erlang.self()
-- next evaluation
t.n = 2
child = erlang.spawn(function() erlang.receive(5000) erlang.send(me, t.n) end)
erlang.register("child", child)
t.n = 3
error() -- expect error: (error object is a nil value)
-- next evaluation
print(t.n, child) -- expect: 1	nil
erlang.send("child", "go on")
print(erlang.receive(5000)) -- expect: 2
