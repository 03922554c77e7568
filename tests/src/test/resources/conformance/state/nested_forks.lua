erlang = require("erlang")
log, me = {"base"}, erlang.self()
local function child(depth)
  log[#log + 1] = "level " .. depth
  if depth < 3 then erlang.spawn(child, depth + 1) end
  log[#log + 1] = "end " .. depth
  erlang.send(me, depth .. ": " .. table.concat(log, ","))
end
erlang.spawn(child, 1)
local answers = {}
for i = 1, 3 do answers[i] = erlang.receive(5000) end
table.sort(answers)
for _, answer in ipairs(answers) do print(answer) end -- expect: 1: base,level 1,end 1
-- expect: 2: base,level 1,level 2,end 2
-- expect: 3: base,level 1,level 2,level 3,end 3
print(#log) -- expect: 1
