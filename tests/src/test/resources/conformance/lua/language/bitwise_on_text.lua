print(pcall(function() return 1 & "x" end)) -- expect: false	bitwise_on_text.lua:1: attempt to perform bitwise operation on a string value (constant 'x')
print(pcall(function() return 1 & "1.5" end)) -- expect: false	bitwise_on_text.lua:2: attempt to perform bitwise operation on a string value (constant '1.5')
print(pcall(function() return 1 & {} end)) -- expect: false	bitwise_on_text.lua:3: attempt to perform bitwise operation on a table value
print(pcall(function() return 2^63 | 0 end)) -- expect: false	bitwise_on_text.lua:4: number has no integer representation
