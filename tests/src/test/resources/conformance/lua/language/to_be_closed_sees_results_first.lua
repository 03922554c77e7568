local x = 1
local function f()
  local c <close> = setmetatable({}, { __close = function() x = 99 end })
  return x
end
print(f(), x) -- expect: 1	99
