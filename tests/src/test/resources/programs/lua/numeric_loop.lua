-- A numeric for loop over integers and one over floats.
local n = tonumber(arg and arg[1]) or 100000

local sum = 0
for i = 1, n do
  sum = sum + (i % 8) * 3 - (i % 5)
end
print(sum)

local area, step = 0.0, 1.0 / n
for x = 0.0, 1.0 - step / 2, step do
  area = area + step * (x * x + 1.0)
end
print(string.format("%.6f", area))
