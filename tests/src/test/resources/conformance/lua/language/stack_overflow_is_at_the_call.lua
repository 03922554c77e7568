local function f(n)
  local x = n
  return 1 +
    f(n + 1)
end
print(pcall(f, 1))
local function g(n)
  for i = 1, 2 do
    g(n + i)
  end
end
print(pcall(g, 1))
local t = {}
function t.h(n)
  if n then
    t.h(n + 1)
  end
  return n
end
print(pcall(t.h, 1))
-- expect: false	stack_overflow_is_at_the_call.lua:4: stack overflow
-- expect: false	stack_overflow_is_at_the_call.lua:9: stack overflow
-- expect: false	stack_overflow_is_at_the_call.lua:16: stack overflow
