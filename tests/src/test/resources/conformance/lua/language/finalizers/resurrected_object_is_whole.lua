local kept
do
  local object = setmetatable({name = "phoenix", list = {1, 2}}, {__gc = function(o) kept = o end})
  object.itself = object
end
collectgarbage()
print(kept.name, #kept.list, kept.itself == kept, getmetatable(kept) ~= nil) -- expect: phoenix	2	true	true
-- It is not finalized again, unless it is marked again.
local count = 0
setmetatable(kept, {__gc = function() count = count + 1 end})
kept = nil
collectgarbage()
collectgarbage()
print(count) -- expect: 1
