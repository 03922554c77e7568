-- Counters, accumulators, composition and memoisation: functions as values with captured variables.
local function counter()
  local count = 0
  return function()
    count = count + 1
    return count
  end, function()
    count = 0
  end
end

local tick, reset = counter()
local other = counter()
tick() tick() other()
print(tick(), other())
reset()
print(tick(), other())

local function compose(...)
  local functions = { ... }
  return function(x)
    for i = #functions, 1, -1 do
      x = functions[i](x)
    end
    return x
  end
end
local function add(n) return function(x) return x + n end end
local function times(n) return function(x) return x * n end end
print(compose(add(1), times(10), add(2))(3))

local fresh = {}
for i = 1, 3 do
  fresh[i] = function()
    i = i + 10
    return i
  end
end
print(fresh[1](), fresh[1](), fresh[2](), fresh[3]())

local function memoize(f)
  local known = {}
  return function(x)
    local result = known[x]
    if result == nil then
      result = f(x)
      known[x] = result
    end
    return result
  end
end
local fib
fib = memoize(function(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end)
print(fib(80))

local function fold(list, f, start)
  for _, value in ipairs(list) do
    start = f(start, value)
  end
  return start
end
local list = {}
for i = 1, 100 do list[i] = i end
print(fold(list, function(a, b) return a + b end, 0))

local n = tonumber(arg and arg[1]) or 10000
local total = 0
for i = 1, n do
  local f = add(i)
  total = (total + f(i)) % 1000003
end
print(total)
