-- limit: reductions=1M
while true do
  local co = coroutine.wrap(function() for i = 1, 100 do end end)
  co()
end
-- expect kill: reductions
