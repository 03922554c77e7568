local x <const> = 1
x = 2
-- expect error: assign_to_const.lua:2: attempt to assign to const variable 'x'
