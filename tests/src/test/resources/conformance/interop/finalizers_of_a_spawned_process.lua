-- The end of a process is the end of its state, whatever ended the process but a kill.
local erlang = require("erlang")
local main = erlang.self()

local function marked(name)
  return setmetatable({}, {
    __gc = function(self)
      if name == "limitless" then
        error("ends nobody")
      end
      erlang.send(main, name)
    end,
  })
end

local mine = marked("mine")
erlang.spawn(function()
  kept, other = marked("kept"), marked("other")
  local message = erlang.receive(0)
end)
print(erlang.receive(5000)) -- expect: other
print(erlang.receive(5000)) -- expect: kept

-- after an error, and when a finalizer fails itself
erlang.spawn(function()
  kept, bad = marked("after an error"), marked("limitless")
  pcall(error)
  error("ended", 0)
end)
print(erlang.receive(5000)) -- expect: after an error

-- after waiting with nothing on the stack, and deep in recursion
local function wait(n)
  if n > 0 then
    return (wait(n - 1))
  end
  return erlang.receive()
end
for n = 0, 10000, 10000 do
  local pid = erlang.spawn(function()
    kept = marked("waited")
    return wait(n)
  end)
  erlang.send(pid, "go")
  print(erlang.receive(5000))
end
-- expect: waited
-- expect: waited

-- what the parent has marked is the parent's
print(erlang.receive(100), mine ~= nil) -- expect: nil	true
