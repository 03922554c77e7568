local sum = 0
for i = 1, 100 do
  sum = sum + i * 2
end
return sum
