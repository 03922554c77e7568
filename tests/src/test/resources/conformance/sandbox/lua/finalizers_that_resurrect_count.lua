-- policy: untrusted
-- limit: reductions=2000M,time=60s
-- What finalizers bring back is live, and counts.
local kept = {}
local meta = {__gc = function(o) kept[#kept + 1] = o end}
while true do
  local object = {}
  for i = 1, 1000 do object[i] = {i} end
  setmetatable(object, meta)
end
-- expect kill: memory
