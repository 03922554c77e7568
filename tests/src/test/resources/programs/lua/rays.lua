-- Rays on spheres, with shadows: floats from records and from arguments that are integers for some calls.
local n = tonumber(arg and arg[1]) or 24
local spheres = {}
for i = 1, 6 do spheres[i] = {x = math.sin(i) * 2, y = math.cos(i) * 2, z = 5 + i, r = 1, c = i / 6} end
local function hit(ox, oy, oz, dx, dy, dz)
  local best, obj = math.huge, nil
  for i = 1, #spheres do
    local s = spheres[i]
    local cx, cy, cz = ox - s.x, oy - s.y, oz - s.z
    local b = cx * dx + cy * dy + cz * dz
    local c = cx * cx + cy * cy + cz * cz - s.r * s.r
    local d = b * b - c
    if d > 0 then
      local t = -b - math.sqrt(d)
      if t > 0.001 and t < best then best, obj = t, s end
    end
  end
  return obj, best
end
local total = 0
for y = 1, n do
  for x = 1, n do
    local dx, dy, dz = (x - n / 2) / n, (y - n / 2) / n, 1
    local l = math.sqrt(dx * dx + dy * dy + dz * dz)
    dx, dy, dz = dx / l, dy / l, dz / l
    local s, t = hit(0, 0, 0, dx, dy, dz)
    if s then
      local px, py, pz = dx * t, dy * t, dz * t
      local nx, ny, nz = (px - s.x) / s.r, (py - s.y) / s.r, (pz - s.z) / s.r
      local shade = nx * 0.5 + ny * 0.5 - nz * 0.7
      if hit(px, py, pz, 0.5, 0.5, -0.7) then shade = shade * 0.5 end
      total = total + shade * s.c
    end
  end
end
print(string.format("%.6f", total))
