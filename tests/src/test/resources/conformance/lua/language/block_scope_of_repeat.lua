local n = 0
repeat
  local done = n >= 3
  n = n + 1
until done
print(n) -- expect: 4
repeat local v = 1 until v == 1
print(v) -- expect: nil
