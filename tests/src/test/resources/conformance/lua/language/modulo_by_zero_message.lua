-- oracle: none 5.4.4 names the line of the statement before; later ones this one
local a = 10
local b = 0
print(a % b)
-- expect error: modulo_by_zero_message.lua:4: attempt to perform 'n%0'
