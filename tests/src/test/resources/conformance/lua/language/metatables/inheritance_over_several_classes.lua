-- A method may be any number of classes up; what is found where is looked up anew each time.
local function class(parent, index)
  local new = setmetatable({}, parent and { padding = 1, __index = parent } or nil)
  new.__index = index or new
  return new
end
local Base = class()
function Base:name() return "base" end
function Base:hello() return "hello from " .. self:name() end
local Middle = class(Base)
local Leaf = class(Middle)
local far = Leaf
for _ = 1, 12 do
  far = class(far)
end
local object, remote = setmetatable({}, Leaf), setmetatable({}, far)
local function show()
  print(object:hello(), remote:hello(), object.missing, remote.missing, object.level, remote.level)
end
show()
function Middle:name() return "middle" end
Base.level = 1
show()
function Leaf:name() return "leaf" end
Middle.level = 2
show()
Middle.name, Leaf.name, Middle.level = nil, nil, nil
show()
-- On the way an __index that is a function, a string's library, and none.
setmetatable(Base, { __index = function(_, key) return key == "missing" and "made" or nil end })
show()
setmetatable(Base, { __index = "text" })
print(object.upper == string.upper, remote.len == string.len, object.level)
setmetatable(Base, nil)
setmetatable(Leaf, nil)
print(object.hello, object.level, pcall(function() return object:hello() end))
-- expect: hello from base	hello from base	nil	nil	nil	nil
-- expect: hello from middle	hello from middle	nil	nil	1	1
-- expect: hello from leaf	hello from leaf	nil	nil	2	2
-- expect: hello from base	hello from base	nil	nil	1	1
-- expect: hello from base	hello from base	made	made	1	1
-- expect: true	true	1
-- expect: nil	nil	false	inheritance_over_several_classes.lua:36: attempt to call a nil value (method 'hello')
