print(pcall(function(a) return a // 0 end, 1)) -- expect: false	integer_division_by_zero.lua:1: attempt to divide by zero
print(pcall(function(a) return a % 0 end, 1)) -- expect: false	integer_division_by_zero.lua:2: attempt to perform 'n%0'
print(1 // 0.0, 1 % 0.0 ~= 1 % 0.0) -- expect: inf	true
print(pcall(load("return 1 // 0"))) -- expect: false	[string "return 1 // 0"]:1: attempt to divide by zero
