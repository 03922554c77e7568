local co = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function(_, e) print("closing", e) end }) -- expect: closing	nil
  coroutine.yield()
end)
coroutine.resume(co)
print(coroutine.close(co), coroutine.status(co)) -- expect: true	dead
print(coroutine.close(coroutine.create(print))) -- expect: true
local failing = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() error("in close", 0) end })
  coroutine.yield()
end)
coroutine.resume(failing)
print(coroutine.close(failing)) -- expect: false	in close
local dead = coroutine.create(function() error("dead", 0) end)
coroutine.resume(dead)
print(coroutine.close(dead)) -- expect: false	dead
print(coroutine.close(dead)) -- expect: true
print(pcall(coroutine.close, coroutine.running())) -- expect: false	cannot close a running coroutine
