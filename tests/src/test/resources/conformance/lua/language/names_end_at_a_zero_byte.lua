-- Messages are strings of C.
local t = setmetatable({}, {__name = "My\0Type"})
local function try(f, ...)
  print(select(2, pcall(f, ...)))
end
try(function() return t["a\0b"].x end)
try(function() return t["a\0b"]() end)
try(function() return ("a\0b") + 1 end)
try(function() return t + 1 end)
try(string.rep, t)
-- expect: names_end_at_a_zero_byte.lua:6: attempt to index a nil value (field 'a')
-- expect: names_end_at_a_zero_byte.lua:7: attempt to call a nil value (field 'a')
-- expect: names_end_at_a_zero_byte.lua:8: attempt to add a 'string' with a 'number'
-- expect: names_end_at_a_zero_byte.lua:9: attempt to perform arithmetic on a My value (upvalue 't')
-- expect: bad argument #1 to 'string.rep' (string expected, got My)
