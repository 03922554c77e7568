-- What ends a constructor, an argument list or a return may give none, one or several values, at once or by a tail call.
local function results(n)
  if n == 0 then return end
  return n, results(n - 1)
end
local function passes(n) return results(n) end
for n = 0, 3 do
  local t = {"a", passes(n)}
  local u = {"a", "b", results(n)}
  local v = {1, 2.5, (passes(n))}
  print(#t, t[2], t[3], #u, u[3], u[5], #v, v[3], select("#", n, passes(n)))
end
local function behind(...) return "first", ... end
print(behind(results(2)))
print((function() return 0, passes(0) end)())
print((function() return 0, 1, passes(2) end)())
-- Each evaluation makes a table of its own.
local made = {}
for i = 1, 3 do
  made[i] = {i, results(1)}
  made[i][1] = made[i][1] * 10
  made[i][3] = "third"
end
for i = 1, 3 do print(made[i][1], made[i][2], made[i][3]) end
local function keep(...) return {...}, {0, ...} end
local x, y = keep(1, 2, 3)
x[1] = "changed"
print(x[1], y[1], y[2], #y)
-- A yield in the middle.
local co = coroutine.wrap(function()
  return {1, coroutine.yield("waits"), coroutine.yield("again")}
end)
print(co(), co(2))
print(table.concat(co(3, 4), " "))
-- expect: 1	nil	nil	2	nil	nil	2	nil	1
-- expect: 2	1	nil	3	1	nil	3	1	2
-- expect: 3	2	1	4	2	nil	3	2	3
-- expect: 4	3	2	5	3	1	3	3	4
-- expect: first	2	1
-- expect: 0
-- expect: 0	1	2	1
-- expect: 10	1	third
-- expect: 20	1	third
-- expect: 30	1	third
-- expect: changed	0	1	4
-- expect: waits	again
-- expect: 1 2 3 4
