local all = {}
for i = 1, 500 do
  all[i] = coroutine.wrap(function() for j = 1, 3 do coroutine.yield(i * j) end end)
end
local sum = 0
for _ = 1, 3 do for i = 1, 500 do sum = sum + all[i]() end end
print(sum) -- expect: 751500
