-- Resuming and yielding in a loop: one coroutine as a generator, and a new one for every few values.
local n = tonumber(arg and arg[1]) or 5000
local generator = coroutine.wrap(function()
  local i = 0
  while true do
    i = i + 1
    coroutine.yield(i)
  end
end)
local sum = 0
for _ = 1, n do
  sum = sum + generator()
end
print(sum)

local total = 0
for i = 1, math.floor(n / 10) do
  for value in coroutine.wrap(function() for j = 1, 4 do coroutine.yield(j * i) end end) do
    total = total + value
  end
end
print(total)
