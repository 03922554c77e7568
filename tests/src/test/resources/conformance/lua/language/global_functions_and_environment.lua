x = 5
print(_G.x, _ENV.x, _G == _ENV, _G._G == _G) -- expect: 5	5	true	true
_G["odd name"] = 1
print(_ENV["odd name"]) -- expect: 1
local function f()
  local _ENV = { print = print }
  y = 1
  print(y, x) -- expect: 1	nil
  return _ENV
end
print(f().y, y) -- expect: 1	nil
local function g(_ENV) return a + b end
print(g({ a = 1, b = 2 })) -- expect: 3
local print = print
do
  local _ENV <const> = setmetatable({}, { __index = function(_, k) return "no " .. k end })
  print(anything) -- expect: no anything
end
