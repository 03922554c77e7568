-- Coroutines as generators, a pipeline of filters, a round-robin scheduler and permutations.
local function range(from, to)
  return coroutine.wrap(function()
    for i = from, to do
      coroutine.yield(i)
    end
  end)
end

local n = tonumber(arg and arg[1]) or 200
local sum = 0
for i in range(1, n) do
  sum = sum + i
end
print(sum)

local function filter(divisor, source)
  return coroutine.wrap(function()
    for number in source do
      if number % divisor ~= 0 then
        coroutine.yield(number)
      end
    end
  end)
end
local source, primes = range(2, 60), {}
while true do
  local prime = source()
  if not prime then break end
  primes[#primes + 1] = prime
  source = filter(prime, source)
end
print(table.concat(primes, " "))

local function permutations(list)
  local function generate(k)
    if k == 0 then
      coroutine.yield(table.concat(list))
      return
    end
    for i = 1, k do
      list[i], list[k] = list[k], list[i]
      generate(k - 1)
      list[i], list[k] = list[k], list[i]
    end
  end
  return coroutine.wrap(function() generate(#list) end)
end
local all = {}
for p in permutations { "a", "b", "c" } do
  all[#all + 1] = p
end
print(table.concat(all, " "))

local tasks, log = {}, {}
for id, turns in ipairs { 2, 4, 1 } do
  tasks[id] = coroutine.create(function(greeting)
    for turn = 1, turns do
      log[#log + 1] = greeting .. id .. "." .. turn
      greeting = coroutine.yield(id, turn)
    end
    return "done"
  end)
end
repeat
  local alive = false
  for id, task in ipairs(tasks) do
    if coroutine.status(task) == "suspended" then
      local ok, what = coroutine.resume(task, "t")
      alive = true
      if what == "done" then log[#log + 1] = id .. " done" end
      assert(ok)
    end
  end
until not alive
print(table.concat(log, " "))

local broken = coroutine.create(function()
  coroutine.yield(1)
  error({ code = 7 })
end)
print(coroutine.resume(broken))
local ok, failure = coroutine.resume(broken)
print(ok, type(failure), failure.code, coroutine.status(broken))
print(coroutine.resume(broken))
print(coroutine.isyieldable(), coroutine.resume(coroutine.create(coroutine.isyieldable)))
print(pcall(coroutine.wrap(function() error("inside", 0) end)))
