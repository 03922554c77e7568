-- Vectors with operators of their own: metamethods that make short-lived objects.
local n = tonumber(arg and arg[1]) or 500
local V = {}
V.__index = V
local function new(x, y, z) return setmetatable({x = x, y = y, z = z}, V) end
V.__add = function(a, b) return new(a.x + b.x, a.y + b.y, a.z + b.z) end
V.__sub = function(a, b) return new(a.x - b.x, a.y - b.y, a.z - b.z) end
V.__mul = function(a, b)
  if type(b) == "number" then return new(a.x * b, a.y * b, a.z * b) end
  return a.x * b.x + a.y * b.y + a.z * b.z
end
V.__eq = function(a, b) return a.x == b.x and a.y == b.y and a.z == b.z end
V.__tostring = function(a) return "(" .. a.x .. "," .. a.y .. "," .. a.z .. ")" end
function V:len() return math.sqrt(self * self) end
local p, v = new(0, 0, 0), new(1, 0.5, 0.25)
local same = 0
for i = 1, n do
  p = p + v * 0.01
  v = v - p * 0.001
  if p == v then same = same + 1 end
end
print(string.format("%.6f", p:len()), same)
