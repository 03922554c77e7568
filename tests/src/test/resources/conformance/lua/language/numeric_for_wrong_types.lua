print(pcall(function() for i = {}, 1 do end end)) -- expect: false	numeric_for_wrong_types.lua:1: bad 'for' initial value (number expected, got table)
print(pcall(function() for i = 1, "x" do end end)) -- expect: false	numeric_for_wrong_types.lua:2: bad 'for' limit (number expected, got string)
print(pcall(function() for i = 1, 2, false do end end)) -- expect: false	numeric_for_wrong_types.lua:3: bad 'for' step (number expected, got boolean)
print(pcall(function() for i = 1.5, 2, 0 do end end)) -- expect: false	numeric_for_wrong_types.lua:4: 'for' step is zero
print(pcall(function() for i = "a", 2 do end end)) -- expect: false	numeric_for_wrong_types.lua:5: bad 'for' initial value (number expected, got string)
