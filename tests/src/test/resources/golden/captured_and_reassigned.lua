local count = 0
local function tick()
  count = count + 1
  return count
end
tick()
return count
