-- Formatting and matching in a loop.
local n = tonumber(arg and arg[1]) or 2000
local length, matched = 0, 0
for i = 1, n do
  local line = string.format("%06d %-10s %8.3f %x", i, "item" .. i, i / 7, i)
  length = length + #line
  local id, name, value = line:match("^(%d+) (%w+)%s+([%d.]+)")
  if tonumber(id) == i and name == "item" .. i and tonumber(value) then
    matched = matched + 1
  end
end
print(length, matched)
