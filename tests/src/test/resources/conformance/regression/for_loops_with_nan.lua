-- NaN is not beyond any limit, so a loop over floats has one turn; as an integer's limit it is below all.
local function turns(from, to, by)
  local n = 0
  for i = from, to, by do
    n = n + 1
    io.write(tostring(i == i and i), " ")
    if n == 3 then
      break
    end
  end
  print(n)
end
local nan = 0 / 0
turns(1.5, nan, 1)
turns(nan, 10, 1)
turns(2.0, nan, -1)
turns(1, nan, 1)
turns(1, nan, -1)
for i = 1.0, nan do
  print(i)
end
for i = 5, nan, -2 do
  print(i)
  if i < 2 then
    break
  end
end
-- expect: 1.5 1
-- expect: false 1
-- expect: 2.0 1
-- expect: 0
-- expect: 1 0 -1 3
-- expect: 1.0
-- expect: 5
-- expect: 3
-- expect: 1
