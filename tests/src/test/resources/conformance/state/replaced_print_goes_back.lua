print = nil
error() -- expect error: (error object is a nil value)
-- next evaluation
print(type(print)) -- expect: function
-- next evaluation
local globals = _G
for name in pairs(globals) do globals[name] = nil end
local x = nil + 1 -- expect error: replaced_print_goes_back.lua:8: attempt to perform arithmetic on a nil value
-- next evaluation
print(type(_G), type(pairs)) -- expect: table	function
