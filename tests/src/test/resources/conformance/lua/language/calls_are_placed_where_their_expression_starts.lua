local function line(f) return (select(2, pcall(f)):match(":(%d+):")) end
print(line(function() -- expect: 4
  local a = { b = {} }
  a
  .b
  .c
  (1)
end))
print(line(function() -- expect: 12
  local a = {}
  return 1
    +
    a
end))
print(line(function() -- expect: 17
  for k in
    3
  do
  end
end))
