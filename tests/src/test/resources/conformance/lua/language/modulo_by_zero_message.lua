local a = 10
local b = 0
print(a % b)
-- expect error: modulo_by_zero_message.lua:1: attempt to perform 'n%0'
