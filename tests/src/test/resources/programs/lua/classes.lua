-- Classes by metatables with inheritance, overriding, operators and class-wide state.
local Shape = { made = 0 }
Shape.__index = Shape

function Shape.new(class, name)
  Shape.made = Shape.made + 1
  return setmetatable({ name = name }, class)
end

function Shape:area() return 0 end
function Shape:describe() return self.name .. " of area " .. string.format("%.2f", self:area()) end
function Shape.__lt(a, b) return a:area() < b:area() end
function Shape.__eq(a, b) return a.name == b.name and a:area() == b:area() end
function Shape.__tostring(shape) return "<" .. shape:describe() .. ">" end

local function extend(parent)
  local class = setmetatable({}, { __index = parent, __call = function(class, ...)
    return class:create(...)
  end })
  class.__index = class
  for _, event in ipairs { "__lt", "__eq", "__tostring", "__add" } do
    class[event] = parent[event]
  end
  return class
end

local Circle = extend(Shape)
function Circle:create(radius)
  local circle = Shape.new(self, "circle")
  circle.radius = radius
  return circle
end
function Circle:area() return math.pi * self.radius ^ 2 end

local Rectangle = extend(Shape)
Rectangle.__add = function(a, b) return Rectangle(a.width + b.width, a.height + b.height) end
function Rectangle:create(width, height)
  local rectangle = Shape.new(self, "rectangle")
  rectangle.width, rectangle.height = width, height
  return rectangle
end
function Rectangle:area() return self.width * self.height end

local Square = extend(Rectangle)
function Square:create(side)
  local square = Rectangle.create(self, side, side)
  square.name = "square"
  return square
end
function Square:describe() return "a " .. Rectangle.describe(self) end

local shapes = { Circle(2), Square(3), Rectangle(2, 5), Circle(1) }
table.sort(shapes, function(a, b) return a < b end)
for _, shape in ipairs(shapes) do
  print(tostring(shape))
end
print(Shape.made, Circle(2) == Circle(2), Circle(2) == Circle(3), Square(2) == Rectangle(2, 2))
print((Rectangle(1, 2) + Rectangle(3, 4)):describe())

local Account = {}
Account.__index = Account
function Account.open(balance) return setmetatable({ balance = balance }, Account) end
function Account:deposit(amount)
  self.balance = self.balance + amount
  return self
end
local Savings = setmetatable({}, { __index = Account })
Savings.__index = Savings
function Savings.open(balance, rate)
  local account = setmetatable(Account.open(balance), Savings)
  account.rate = rate
  return account
end
function Savings:interest() return self:deposit(math.floor(self.balance * self.rate / 100)) end

local account = Savings.open(1000, 1)
for i = 1, tonumber(arg and arg[1]) or 10000 do
  account:deposit(i % 7)
  if i % 100 == 0 then
    account:interest()
    account.balance = account.balance % 1000000
  end
end
print(account.balance)
