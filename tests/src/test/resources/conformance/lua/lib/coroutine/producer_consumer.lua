local function producer() return coroutine.create(function() for _, x in ipairs { "a", "b", "c" } do coroutine.yield(x) end end) end
local function filter(source)
  return coroutine.create(function()
    local n = 1
    while true do
      local _, x = coroutine.resume(source)
      if not x then return end
      coroutine.yield(n .. x)
      n = n + 1
    end
  end)
end
local source = filter(producer())
while true do
  local _, x = coroutine.resume(source)
  if not x then break end
  print(x)
end
-- expect: 1a
-- expect: 2b
-- expect: 3c
