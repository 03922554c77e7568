-- limit: memory=16M
local erlang = require("erlang")
local t, me = {}, erlang.self()
for j = 1, 200 do t[j] = j end
for i = 1, 5000 do
  erlang.send(me, t)
  local got = erlang.receive(0)
  got[1], got.self = "written", got
end
print("done") -- expect: done
