-- reductions: 51094
-- Calls, turns of loops that only compute and that do more, tail calls, an error on the way.
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
local function even(n) if n == 0 then return true end return (function(m) return even(m) end)(n - 2) end
local function fails(n)
  local s = 0.5
  for i = 1, n do
    s = s + i % (n - i)
  end
  return s
end
local t, sum = {}, 0
for i = 1, 10000 do sum = sum + i % 7 end
for i = 1, 1000 do t[i] = fib(i % 5) end
local n = 0
while true do
  n = n + 1
  if n % 2 == 0 then goto continue end
  if n > 9000 then break end
  ::continue::
end
print(sum, #t, n, fib(15), even(20000), (pcall(fails, 5000))) -- expect: 29998	1000	9001	610	true	false
