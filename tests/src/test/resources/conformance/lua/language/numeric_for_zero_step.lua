for i = 1, 3, 0 do end
-- expect error: numeric_for_zero_step.lua:1: 'for' step is zero
