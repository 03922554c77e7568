local function show(level)
  for i = 1, 10 do
    local name, value = debug.getlocal(level + 1, i)
    if not name then break end
    print(i, name, name:find("^%a") and value or "")
  end
end
local function f(a, b, ...)
  local c <const> = 12
  do local gone = 1 end
  local d = a + b
  show(1)
  print(debug.getlocal(1, -1), debug.getlocal(1, -3))
  print(debug.setlocal(1, 3, "set"), d, debug.setlocal(1, 9, 1))
end
f(1, 2, "x", "y")
local function g(n)
  for i = 1, 1 do
    for k, v in pairs({n}) do show(1) end
  end
end
g(5)
print(debug.getlocal(f, 1), debug.getlocal(f, 2), debug.getlocal(f, 3))
print(debug.getlocal(print, 1))
print(pcall(debug.getlocal, 50, 1))
-- expect: 1	a	1
-- expect: 2	b	2
-- expect: 3	d	3
-- expect: (vararg)	nil
-- expect: d	set	nil
-- expect: 1	n	5
-- expect: 2	(for state)
-- expect: 3	(for state)
-- expect: 4	(for state)
-- expect: 5	i	1
-- expect: 6	(for state)
-- expect: 7	(for state)
-- expect: 8	(for state)
-- expect: 9	(for state)
-- expect: 10	k	1
-- expect: a	b	nil
-- expect: nil
-- expect: false	bad argument #1 to 'debug.getlocal' (level out of range)
