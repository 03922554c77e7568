print(coroutine.isyieldable()) -- expect: false
local main, is_main = coroutine.running()
print(type(main), is_main) -- expect: thread	true
local co
co = coroutine.create(function()
  print(coroutine.status(co), coroutine.isyieldable(), select(2, coroutine.running())) -- expect: running	true	false
  local inner = coroutine.create(function() print(coroutine.status(co)) end) -- expect: normal
  coroutine.resume(inner)
  print(coroutine.resume(co)) -- expect: false	cannot resume non-suspended coroutine
end)
coroutine.resume(co)
print(coroutine.status(co)) -- expect: dead
print(pcall(coroutine.yield)) -- expect: false	attempt to yield from outside a coroutine
print(coroutine.resume(coroutine.running())) -- expect: false	cannot resume non-suspended coroutine
