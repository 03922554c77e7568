-- The sieve of Eratosthenes over an array of booleans.
local function sieve(limit)
  local composite, count, last = {}, 0, 0
  for i = 2, limit do
    composite[i] = false
  end
  for i = 2, limit do
    if not composite[i] then
      count, last = count + 1, i
      for j = i * i, limit, i do
        composite[j] = true
      end
    end
  end
  return count, last
end

local limit = tonumber(arg and arg[1]) or 10000
print(sieve(limit))
