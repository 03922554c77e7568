print(pcall(function() for k in next, nil do end end)) -- expect: false	generic_for_over_next_of_no_table.lua:1: bad argument #1 to 'for iterator' (table expected, got nil)
print(pcall(function() -- expect: false	generic_for_over_next_of_no_table.lua:4: bad argument #1 to 'for iterator' (table expected, got number)
  local t = setmetatable({}, {__pairs = function() return next, 1 end})
  for k in pairs(t) do end
end))
print(pcall(function() for k in next, {}, "x" do end end)) -- expect: false	invalid key to 'next'
