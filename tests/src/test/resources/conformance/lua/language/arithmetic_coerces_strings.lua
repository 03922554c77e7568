print("10" + 5, "3" * "4", "0x10" + 0, "1e1" + 0, " 7 " + 0) -- expect: 15	12	16	10.0	7
print(10 .. 20, 1.5 .. "", -0.0 .. "", 2^63 .. "") -- expect: 1020	1.5	-0.0	9.2233720368548e+18
print("10" / 2, "7" // 2, "7" % 4, "2" ^ 3, -"2", -"2.0") -- expect: 5.0	3	3	8.0	-2	-2.0
print(pcall(function() return "abc" + 1 end)) -- expect: false	arithmetic_coerces_strings.lua:4: attempt to add a 'string' with a 'number'
print(pcall(function() return {} + 1 end)) -- expect: false	arithmetic_coerces_strings.lua:5: attempt to perform arithmetic on a table value
print(10 == "10", 0 == "0") -- expect: false	false
