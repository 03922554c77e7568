-- Objects found together are finalized in the reverse order of their marking; each may refer to itself.
local order = {}
for i = 1, 4 do
  local object = setmetatable({i = i}, {__gc = function(o) order[#order + 1] = o.i end})
  object.itself = object
end
collectgarbage()
print(table.concat(order, " ")) -- expect: 4 3 2 1
collectgarbage()
print(#order) -- expect: 4
