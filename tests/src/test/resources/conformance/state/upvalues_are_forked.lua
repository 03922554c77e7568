local erlang = require("erlang")
local n, me = 1, erlang.self()
local function bump() n = n + 1 return n end
erlang.spawn(function() bump() bump() erlang.send(me, n) end)
bump()
print(erlang.receive(5000), n) -- expect: 3	2
