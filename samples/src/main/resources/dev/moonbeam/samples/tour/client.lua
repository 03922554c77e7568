local erlang = require "erlang"
for i = 1, 10 do erlang.send(counter, erlang.tuple(erlang.atom "add", i)) end
erlang.send(counter, erlang.tuple(erlang.atom "get", erlang.self()))
local answer = erlang.receive()
erlang.send(host, {from = "Lua", answer = answer[2]})
return answer[2]
