-- What has been joined goes by the name of the operand that it began with.
local nothing = setmetatable({}, {__concat = function() return nil end})
local function try(f)
  print(select(2, pcall(f)))
end
try(function() return "a" .. g .. nothing end)
try(function() local x return 1 .. x .. nothing end)
try(function() local t = {} return 1 .. t.x .. 2 end)
try(function() local t = {} return t.x .. 1 .. 2 end)
-- expect: concatenation_names_the_operand.lua:6: attempt to concatenate a nil value (global 'g')
-- expect: concatenation_names_the_operand.lua:7: attempt to concatenate a nil value (local 'x')
-- expect: concatenation_names_the_operand.lua:8: attempt to concatenate a nil value (field 'x')
-- expect: concatenation_names_the_operand.lua:9: attempt to concatenate a nil value (field 'x')
