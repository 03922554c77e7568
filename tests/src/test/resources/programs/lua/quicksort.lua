-- Quicksort in place, and table.sort with and without a comparator, over the same pseudo-random numbers.
local function generator(seed)
  return function()
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed
  end
end

local function numbers(count)
  local next_number, list = generator(42), {}
  for i = 1, count do
    list[i] = next_number() % 100000
  end
  return list
end

local function quicksort(list, low, high)
  while low < high do
    local pivot = list[math.floor((low + high) / 2)]
    local i, j = low, high
    while i <= j do
      while list[i] < pivot do i = i + 1 end
      while list[j] > pivot do j = j - 1 end
      if i <= j then
        list[i], list[j] = list[j], list[i]
        i, j = i + 1, j - 1
      end
    end
    if j - low < high - i then
      quicksort(list, low, j)
      low = i
    else
      quicksort(list, i, high)
      high = j
    end
  end
end

local function fingerprint(list)
  local sum = 0
  for i, value in ipairs(list) do
    sum = (sum * 31 + value * i) % 1000000007
  end
  return sum
end

local count = tonumber(arg and arg[1]) or 2000

local mine = numbers(count)
quicksort(mine, 1, #mine)
print(mine[1], mine[#mine], fingerprint(mine))

local plain = numbers(count)
table.sort(plain)
print(fingerprint(plain) == fingerprint(mine))

local descending = numbers(count)
table.sort(descending, function(a, b) return a > b end)
print(descending[1], descending[#descending], fingerprint(descending))

local people = {}
for i, value in ipairs(numbers(math.floor(count / 4))) do
  people[i] = { name = "p" .. value, age = value % 90, order = i }
end
table.sort(people, function(a, b)
  if a.age ~= b.age then return a.age < b.age end
  return a.order < b.order
end)
print(people[1].name, people[1].age, people[#people].name, people[#people].age)

print(pcall(table.sort, { 3, 1, "x" }))
