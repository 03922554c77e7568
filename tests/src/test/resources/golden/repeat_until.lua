local x = 0
repeat
  local done = x > 3
  x = x + 1
until done
return x
