local x <const> = 1
local function f() x = 2 end
-- expect error: assign_to_const_upvalue.lua:2: attempt to assign to const variable 'x'
