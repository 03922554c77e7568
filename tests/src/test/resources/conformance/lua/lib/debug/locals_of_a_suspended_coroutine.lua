local co = coroutine.create(function(x)
  local a = 1
  coroutine.yield(a)
  return x, a
end)
coroutine.resume(co, 10)
print(debug.getlocal(co, 1, 1))
print(debug.getlocal(co, 1, 2))
print(debug.setlocal(co, 1, 1, "other"), debug.getinfo(co, 1, "l").currentline)
print(debug.traceback(co))
print(debug.traceback(co, "message", 1))
print(coroutine.resume(co))
print(debug.traceback(co))
-- expect: x	10
-- expect: a	1
-- expect: x	3
-- expect: stack traceback:
-- expect: 	[C]: in function 'coroutine.yield'
-- expect: 	locals_of_a_suspended_coroutine.lua:3: in function <locals_of_a_suspended_coroutine.lua:1>
-- expect: message
-- expect: stack traceback:
-- expect: 	locals_of_a_suspended_coroutine.lua:3: in function <locals_of_a_suspended_coroutine.lua:1>
-- expect: true	other	1
-- expect: stack traceback:
