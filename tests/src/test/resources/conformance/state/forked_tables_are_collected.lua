-- limit: memory=16M
local erlang = require("erlang")
for i = 1, 5000 do
  local t = {}
  for j = 1, 200 do t[j] = j end
  t.self = t
  erlang.spawn(function() end)
  t[1] = "written after the fork"
end
print("done") -- expect: done
