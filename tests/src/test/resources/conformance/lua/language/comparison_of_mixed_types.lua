for _, pair in ipairs { { 1, "1" }, { {}, {} }, { true, false }, { print, 1 } } do
  local a, b = pair[1], pair[2]
  print(a == b, pcall(function() return a < b end))
  print(pcall(function() return a <= b end))
end
print(pcall(function() return nil < 1 end))
-- expect: false	false	comparison_of_mixed_types.lua:3: attempt to compare number with string
-- expect: false	comparison_of_mixed_types.lua:4: attempt to compare number with string
-- expect: false	false	comparison_of_mixed_types.lua:3: attempt to compare two table values
-- expect: false	comparison_of_mixed_types.lua:4: attempt to compare two table values
-- expect: false	false	comparison_of_mixed_types.lua:3: attempt to compare two boolean values
-- expect: false	comparison_of_mixed_types.lua:4: attempt to compare two boolean values
-- expect: false	false	comparison_of_mixed_types.lua:3: attempt to compare function with number
-- expect: false	comparison_of_mixed_types.lua:4: attempt to compare function with number
-- expect: false	comparison_of_mixed_types.lua:6: attempt to compare nil with number
