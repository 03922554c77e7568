-- Counts the points of a grid that stay bounded, and draws a small one.
local function inside(cr, ci, limit)
  local zr, zi = 0.0, 0.0
  for _ = 1, limit do
    local rr, ii = zr * zr, zi * zi
    if rr + ii > 4.0 then
      return false
    end
    zr, zi = rr - ii + cr, 2.0 * zr * zi + ci
  end
  return true
end

local function count(size)
  local points = 0
  for y = 0, size - 1 do
    local ci = 2.0 * y / size - 1.0
    for x = 0, size - 1 do
      if inside(2.0 * x / size - 1.5, ci, 50) then
        points = points + 1
      end
    end
  end
  return points
end

print(count(tonumber(arg and arg[1]) or 64))
for y = -1.0, 1.0, 0.25 do
  local row = {}
  for x = -2.0, 0.5, 0.0625 do
    row[#row + 1] = inside(x, y, 50) and "#" or "."
  end
  print(table.concat(row))
end
