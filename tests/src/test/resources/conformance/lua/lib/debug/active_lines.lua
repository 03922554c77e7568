local function lines(f)
  local info, list = debug.getinfo(f, "SL"), {}
  for line in pairs(info.activelines) do list[#list + 1] = line - info.linedefined end
  table.sort(list)
  print(table.concat(list, " "))
end
lines(function(...)
  -- empty
  local a = 20

  local b = 30
end)
lines(function(a, b) end)
lines(load("\n\n return 1"))
-- expect: 2 4 5
-- expect: 0
-- expect: 3
