local n = 0
while true do
  n = n + 1
  if n > 10 then break end
  if n % 2 == 0 then goto continue end
  io.write(n, " ")
  ::continue::
end
print(n)
while false do print("never") end
for i = 1, 3 do
  for j = 1, 3 do
    if j == 2 then break end
    io.write(i, ":", j, " ")
  end
end
print()
-- expect: 1 3 5 7 9 11
-- expect: 1:1 2:1 3:1
