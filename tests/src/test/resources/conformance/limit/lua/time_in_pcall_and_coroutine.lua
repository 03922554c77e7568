-- limit: time=200ms
while true do
  pcall(coroutine.wrap(function() while true do pcall(error) end end))
end
-- expect kill: time
