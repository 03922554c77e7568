-- Method calls on objects of a class and its two heirs: look-up through a chain of metatables.
local Toggle = {}
Toggle.__index = Toggle

function Toggle.new(class, state)
  return setmetatable({ state = state }, class)
end
function Toggle:value() return self.state end
function Toggle:activate()
  self.state = not self.state
  return self
end

local NthToggle = setmetatable({}, { __index = Toggle })
NthToggle.__index = NthToggle

function NthToggle.new(class, state, most)
  local toggle = Toggle.new(class, state)
  toggle.count, toggle.most = 0, most
  return toggle
end
function NthToggle:activate()
  self.count = self.count + 1
  if self.count >= self.most then
    self.state = not self.state
    self.count = 0
  end
  return self
end

local n = tonumber(arg and arg[1]) or 20000
local on = 0
local plain, third = Toggle:new(true), NthToggle:new(true, 3)
for _ = 1, n do
  if plain:activate():value() then on = on + 1 end
  if third:activate():value() then on = on + 1 end
end
print(on, plain:value(), third:value())
