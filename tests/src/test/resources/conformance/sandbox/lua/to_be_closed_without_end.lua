-- policy: untrusted
-- limit: reductions=3M,time=30s
local function f()
  local x <close> = setmetatable({}, { __close = function() f() end })
  error("x")
end
while true do pcall(f) end
-- expect kill: reductions
