-- A weak value is removed before the finalizer of what refers to it runs.
local weak = setmetatable({}, {__mode = "v"})
local seen
do
  local inner = {}
  weak.inner = inner
  setmetatable({inner = inner}, {__gc = function(o) seen = tostring(weak.inner) .. type(o.inner) end})
end
collectgarbage()
print(seen) -- expect: niltable
