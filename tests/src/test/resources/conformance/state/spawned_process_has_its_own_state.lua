erlang = require("erlang")
t, me = {n = 1}, erlang.self()
-- next evaluation
erlang.spawn(function()
  t.n = t.n + 10
  t.m = "child"
  erlang.send(me, t.n)
end)
t.n = 5
print(erlang.receive(5000), t.n, t.m) -- expect: 11	5	nil
