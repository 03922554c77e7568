-- Parentheses take nothing from the name of what is within.
local function try(f)
  print(select(2, pcall(f)))
end
local up
try(function() return (missing):foo() end)
try(function() return (missing)() end)
try(function() return (missing) + 1 end)
try(function() return (up).foo end)
try(function() local x = {} return (x.y):foo() end)
try(function() local x = {} return (x[1])() end)
try(function() local x = {} return -(x.y) end)
try(function() local x = {} (x.y).z = 1 end)
try(function() local x = {} return ((x.y)).z end)
try(function() local x = print return (x()).z end)
-- expect: parenthesized_names_in_messages.lua:6: attempt to index a nil value (global 'missing')
-- expect: parenthesized_names_in_messages.lua:7: attempt to call a nil value (global 'missing')
-- expect: parenthesized_names_in_messages.lua:8: attempt to perform arithmetic on a nil value (global 'missing')
-- expect: parenthesized_names_in_messages.lua:9: attempt to index a nil value (upvalue 'up')
-- expect: parenthesized_names_in_messages.lua:10: attempt to index a nil value (field 'y')
-- expect: parenthesized_names_in_messages.lua:11: attempt to call a nil value (field 'integer index')
-- expect: parenthesized_names_in_messages.lua:12: attempt to perform arithmetic on a nil value (field 'y')
-- expect: parenthesized_names_in_messages.lua:13: attempt to index a nil value (field 'y')
-- expect: parenthesized_names_in_messages.lua:14: attempt to index a nil value (field 'y')
-- expect:
-- expect: parenthesized_names_in_messages.lua:15: attempt to index a nil value
