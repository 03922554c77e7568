-- The largest singular value of an infinite matrix given by a formula, by the power method.
local n = tonumber(arg and arg[1]) or 50

local function element(i, j)
  local sum = i + j
  return 1.0 / (sum * (sum + 1) / 2 + i + 1)
end

local function times(v, out)
  for i = 0, n - 1 do
    local sum = 0.0
    for j = 0, n - 1 do
      sum = sum + element(i, j) * v[j + 1]
    end
    out[i + 1] = sum
  end
end

local function times_transposed(v, out)
  for i = 0, n - 1 do
    local sum = 0.0
    for j = 0, n - 1 do
      sum = sum + element(j, i) * v[j + 1]
    end
    out[i + 1] = sum
  end
end

local u, v, scratch = {}, {}, {}
for i = 1, n do
  u[i] = 1.0
end
for _ = 1, 10 do
  times(u, scratch)
  times_transposed(scratch, v)
  times(v, scratch)
  times_transposed(scratch, u)
end

local uv, vv = 0.0, 0.0
for i = 1, n do
  uv = uv + u[i] * v[i]
  vv = vv + v[i] * v[i]
end
print(string.format("%.9f", math.sqrt(uv / vv)))
