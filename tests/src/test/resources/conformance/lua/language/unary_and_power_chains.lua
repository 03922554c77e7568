print(2 ^ 3 ^ 2, -2 ^ 2, - - 3, not not nil, ~ ~ 5, -3 % 5, - 3 // 2) -- expect: 512.0	-4.0	3	false	5	2	-2
local s = "x"
print(s .. 1 .. 2 == "x12", 1 .. 2 .. s) -- expect: true	12x
print(#"abc" + 1, -"2" + 0, "10" * "2", 7 // 2.0, 2 ^ -1) -- expect: 4	-2	20	3.0	0.5
