-- What finalizers see of weak tables: keys of objects that they bring back, but not values.
local names = setmetatable({}, {__mode = "k"})
local byName = setmetatable({}, {__mode = "v"})
local both = setmetatable({}, {__mode = "kv"})

local function named(name, o)
  o = setmetatable(o or {}, {__gc = function(self)
    print(name, names[self], byName[name], both[self], self.inner and names[self.inner])
  end})
  names[o] = name
  byName[name] = o
  both[o] = {}
  return o
end

do
  local inner = {}
  names[inner] = "inner"
  named("first", {inner = inner})
  named("second", {list = {{}, {}}})
  local gone = named("third")
  names[gone] = nil
end
collectgarbage()
collectgarbage()
print(next(names), next(byName), next(both))

-- far inside, through tables, keys and metatables
do
  local deep = {}
  names[deep] = "deep"
  setmetatable({[{setmetatable({}, {deep = deep})}] = true}, {__gc = function(self)
    local k = next(self)
    print(names[getmetatable(k[1]).deep])
    local n = 0
    for _ in pairs(names) do
      n = n + 1
    end
    print(n)
  end})
end
collectgarbage()
collectgarbage()
print(next(names))
-- expect: third	nil	nil	nil	nil
-- expect: second	second	nil	nil	nil
-- expect: first	first	nil	nil	inner
-- expect: nil	nil	nil
-- expect: deep
-- expect: 1
-- expect: nil
