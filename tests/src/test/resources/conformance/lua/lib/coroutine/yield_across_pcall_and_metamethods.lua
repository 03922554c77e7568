local co = coroutine.wrap(function()
  print(pcall(function() print("in", coroutine.yield("a")) error("after", 0) end))
  local t = setmetatable({}, { __index = function(_, k) return coroutine.yield(k) end, __add = function(a, b) return coroutine.yield("add") end })
  print(t.field, t + 1)
  for v in function(_, c) c = (c or 0) + 1 if c < 3 then coroutine.yield("iter" .. c) return c end end do print("loop", v) end
  table.sort({ 3, 2, 1 }, function(a, b) return a < b end)
  return "done"
end)
local value = co()
local n = 0
while value ~= "done" do
  n = n + 1
  print("yielded", value)
  value = co(n)
end
print(value)
-- expect: yielded	a
-- expect: in	1
-- expect: false	after
-- expect: yielded	field
-- expect: yielded	add
-- expect: 2	3
-- expect: yielded	iter1
-- expect: loop	1
-- expect: yielded	iter2
-- expect: loop	2
-- expect: done
