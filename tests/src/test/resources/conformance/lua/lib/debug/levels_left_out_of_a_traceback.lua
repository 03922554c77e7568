-- How many levels a traceback leaves out.
local function deep(n)
  if n == 0 then
    return debug.traceback("message")
  end
  return (deep(n - 1))
end
for n = 15, 24 do
  local text = coroutine.wrap(deep)(n)
  print(n, select(2, text:gsub("\n", "\n")), text:match("%(skipping.-%)"))
end
-- expect: 15	17	nil
-- expect: 16	18	nil
-- expect: 17	19	nil
-- expect: 18	20	nil
-- expect: 19	21	nil
-- expect: 20	22	nil
-- expect: 21	23	nil
-- expect: 22	23	(skipping 1 levels)
-- expect: 23	23	(skipping 2 levels)
-- expect: 24	23	(skipping 3 levels)
