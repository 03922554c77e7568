-- Variable arguments: counting, selecting, packing, passing on, nils in the middle.
local function count(...) return select("#", ...) end
print(count(), count(nil), count(nil, nil), count(1, nil, 3, nil))

local function sum(...)
  local total = 0
  for i = 1, select("#", ...) do
    total = total + (select(i, ...) or 0)
  end
  return total
end
print(sum(), sum(1, 2, 3), sum(1, nil, 3))

local function pass(...) return ... end
print(pass(1, 2, 3), pass(4, 5, 6))
print((pass(1, 2, 3)))
print(({ pass(1, 2), pass(3, 4) })[3], #{ pass(1, 2), pass(3, 4) })

local packed = table.pack(pass(nil, 2, nil))
print(packed.n, packed[1], packed[2], packed[3])
print(table.unpack({ 1, 2, 3 }, 2))
print(table.unpack({ 1, 2, 3 }, -1, 2))
print(select(-2, "a", "b", "c"))

local function tail(_, ...) return ... end
local function length(...)
  if count(...) == 0 then return 0 end
  return 1 + length(tail(...))
end
print(length(table.unpack({}, 1, tonumber(arg and arg[1]) or 100)))

local function curry(f, ...)
  local bound = table.pack(...)
  return function(...)
    local all = { table.unpack(bound, 1, bound.n) }
    local more = table.pack(...)
    for i = 1, more.n do
      all[bound.n + i] = more[i]
    end
    return f(table.unpack(all, 1, bound.n + more.n))
  end
end
print(curry(math.max, 3, 9)(4, 7), curry(string.format, "%s-%s")("a", "b"))
