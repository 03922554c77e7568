local function line(f) return (select(2, pcall(f)):match(":(%d+):")) end
print(line(function()
  local a = { b = {} }
  a
  .b
  .c
  (1)
end))
print(line(function()
  local a = {}
  return 1
    +
    a
end))
print(line(function()
  for k in
    3
  do
  end
end))
-- expect: 4
-- expect: 12
-- expect: 17
