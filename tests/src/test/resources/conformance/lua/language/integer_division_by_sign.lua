print(7 // 2, -7 // 2, 7 // -2, -7 // -2) -- expect: 3	-4	-4	3
print(7.0 // 2, -7 // 2.0, 7 // -2.0) -- expect: 3.0	-4.0	-4.0
print(7 % 3, -7 % 3, 7 % -3, -7 % -3) -- expect: 1	2	-2	-1
print(7.5 % 2, -7.5 % 2, 7.5 % -2) -- expect: 1.5	0.5	-0.5
print(5 % math.huge, -5 % math.huge, 5 % -math.huge) -- expect: 5.0	inf	-inf
print(1 // 0.0, -1 // 0.0, 0.0 / 0.0 ~= 0.0 / 0.0) -- expect: inf	-inf	true
print(math.mininteger // -1, math.mininteger % -1) -- expect: -9223372036854775808	0
