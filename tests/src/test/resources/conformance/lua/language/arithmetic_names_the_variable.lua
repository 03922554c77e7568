local t = { s = "abc" }
print(pcall(function() return t.x + 1 end)) -- expect: false	arithmetic_names_the_variable.lua:2: attempt to perform arithmetic on a nil value (field 'x')
print(pcall(function() return 1 + t.x end)) -- expect: false	arithmetic_names_the_variable.lua:3: attempt to perform arithmetic on a nil value (field 'x')
print(pcall(function() local a; return a * 2 end)) -- expect: false	arithmetic_names_the_variable.lua:4: attempt to perform arithmetic on a nil value (local 'a')
print(pcall(function() return undefined - 1 end)) -- expect: false	arithmetic_names_the_variable.lua:5: attempt to perform arithmetic on a nil value (global 'undefined')
print(pcall(function() return -t.x end)) -- expect: false	arithmetic_names_the_variable.lua:6: attempt to perform arithmetic on a nil value (field 'x')
print(pcall(function() return t.s + 1 end)) -- expect: false	arithmetic_names_the_variable.lua:7: attempt to add a 'string' with a 'number'
print(pcall(function() return 2 ^ {} end)) -- expect: false	arithmetic_names_the_variable.lua:8: attempt to perform arithmetic on a table value
print(pcall(function() return t .. "x" end)) -- expect: false	arithmetic_names_the_variable.lua:9: attempt to concatenate a table value (upvalue 't')
print(pcall(function() return "x" .. t.y end)) -- expect: false	arithmetic_names_the_variable.lua:10: attempt to concatenate a nil value (field 'y')
print(pcall(function() return 1 .. nil end)) -- expect: false	arithmetic_names_the_variable.lua:11: attempt to concatenate a nil value
print(pcall(function() return ~t.s end)) -- expect: false	arithmetic_names_the_variable.lua:12: attempt to perform bitwise operation on a string value (field 's')
print(pcall(function() return t.x & 1 end)) -- expect: false	arithmetic_names_the_variable.lua:13: attempt to perform bitwise operation on a nil value (field 'x')
print(pcall(function() local a = "5"; local b = {}; return a + b end)) -- expect: false	arithmetic_names_the_variable.lua:14: attempt to add a 'string' with a 'table'
print(pcall(function() return 1.5 // {} end)) -- expect: false	arithmetic_names_the_variable.lua:15: attempt to perform arithmetic on a table value
print(pcall(function() return #nil end)) -- expect: false	arithmetic_names_the_variable.lua:16: attempt to get length of a nil value
local up = t
print(pcall(function() return up.x + 1 end)) -- expect: false	arithmetic_names_the_variable.lua:18: attempt to perform arithmetic on a nil value (field 'x')
print(pcall(function() return up + 1 end)) -- expect: false	arithmetic_names_the_variable.lua:19: attempt to perform arithmetic on a table value (upvalue 'up')
