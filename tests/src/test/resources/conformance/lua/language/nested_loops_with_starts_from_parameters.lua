local function pairs_of(lo, hi)
  local count, last = 0, nil
  for i = lo, hi do
    for j = i, hi do
      for k = j, hi do
        count = count + 1
        last = i .. "," .. j .. "," .. k
        if count == 1000 then return count, last end
      end
    end
  end
  return count, last
end
print(pairs_of(1, 4)) -- expect: 20	4,4,4
print(pairs_of(1.5, 4)) -- expect: 10	3.5,3.5,3.5
