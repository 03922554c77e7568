local co = coroutine.create(function(a, b)
  print("start", a, b)
  local c = coroutine.yield(a + b)
  print("got", c)
  local d, e = coroutine.yield(c * 2)
  print("got", d, e)
  return "end", "values"
end)
print(coroutine.status(co))
print(coroutine.resume(co, 1, 2))
print(coroutine.status(co))
print(coroutine.resume(co, 10))
print(coroutine.resume(co, "x", "y"))
print(coroutine.status(co))
print(coroutine.resume(co))
-- expect: suspended
-- expect: start	1	2
-- expect: true	3
-- expect: suspended
-- expect: got	10
-- expect: true	20
-- expect: got	x	y
-- expect: true	end	values
-- expect: dead
-- expect: false	cannot resume dead coroutine
