-- Flips the prefixes of all permutations of 1..n; integer arrays and nested loops.
local function fannkuch(n)
  local permutation, work, count = {}, {}, {}
  for i = 1, n do
    permutation[i], count[i] = i, i
  end
  local checksum, most, sign = 0, 0, 1
  while true do
    local first = permutation[1]
    if first ~= 1 then
      for i = 2, n do
        work[i] = permutation[i]
      end
      local flips = 1
      while true do
        local following = work[first]
        if following == 1 then
          break
        end
        work[first] = first
        local low, high = 2, first - 1
        while low < high do
          work[low], work[high] = work[high], work[low]
          low, high = low + 1, high - 1
        end
        first = following
        flips = flips + 1
      end
      if flips > most then
        most = flips
      end
      checksum = checksum + sign * flips
    end
    if sign == 1 then
      permutation[1], permutation[2] = permutation[2], permutation[1]
      sign = -1
    else
      permutation[2], permutation[3] = permutation[3], permutation[2]
      sign = 1
      local i = 3
      while true do
        if count[i] > 1 then
          count[i] = count[i] - 1
          break
        end
        if i == n then
          return checksum, most
        end
        count[i] = i
        local head = permutation[1]
        for j = 1, i do
          permutation[j] = permutation[j + 1]
        end
        permutation[i + 1] = head
        i = i + 1
      end
    end
  end
end

local n = tonumber(arg and arg[1]) or 7
local checksum, most = fannkuch(n)
print(checksum)
print("Pfannkuchen(" .. n .. ") = " .. most)
