local function fact(n) return n <= 1 and 1 or n * fact(n - 1) end
print(fact(20)) -- expect: 2432902008176640000
local odd
local function even(n) if n == 0 then return true end return odd(n - 1) end
function odd(n) if n == 0 then return false end return even(n - 1) end
print(even(10), odd(7), even(7)) -- expect: true	true	false
