local a, b = 1, nil
local x = a
  + a
  + b
print(x)
-- expect error: runtime_error_line_in_long_expression.lua:4: attempt to perform arithmetic on a nil value (local 'b')
