-- A constructor with keys from 0 on: the first match is the one with the smaller key.
local months = { [0] = "January", [1] = "February", [2] = "March", [3] = "Jan", [4] = "Feb" }
for key, name in pairs(months) do
  print(key, name)
end
for key in pairs(months) do
  months[key] = nil
end
print(next(months))
months[0] = "again"
print(next(months))
-- expect: 0	January
-- expect: 1	February
-- expect: 2	March
-- expect: 3	Jan
-- expect: 4	Feb
-- expect: nil
-- expect: 0	again
