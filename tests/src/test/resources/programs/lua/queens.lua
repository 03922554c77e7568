-- All placements of n queens that do not attack one another, by backtracking over three arrays of flags.
local n = tonumber(arg and arg[1]) or 7
local columns, rising, falling, placed = {}, {}, {}, {}
local solutions, first = 0, nil

local function place(row)
  if row > n then
    solutions = solutions + 1
    first = first or table.concat(placed, " ")
    return
  end
  for column = 1, n do
    local up, down = row + column, row - column
    if not columns[column] and not rising[up] and not falling[down] then
      columns[column], rising[up], falling[down] = true, true, true
      placed[row] = column
      place(row + 1)
      columns[column], rising[up], falling[down] = nil, nil, nil
    end
  end
end

place(1)
print(solutions, first)
