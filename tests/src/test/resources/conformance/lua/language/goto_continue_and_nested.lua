for i = 1, 3 do
  for j = 1, 3 do
    if j == 2 then goto next_i end
    io.write(i, ",", j, " ")
  end
  ::next_i::
end
print()
do
  local n = 0
  ::top::
  n = n + 1
  if n < 5 then goto top end
  print(n)
end
do goto done end
print("skipped")
::done::
print("end")
-- expect: 1,1 2,1 3,1
-- expect: 5
-- expect: end
