print(5 & 3, 5 | 3, 5 ~ 3, ~5, ~0) -- expect: 1	7	6	-6	-1
print(1 << 62, 1 << 63, 1 << 64, 1 << -1, 2 >> 1, -1 >> 1, -1 >> 63, -1 << 64) -- expect: 4611686018427387904	-9223372036854775808	0	0	1	9223372036854775807	1	0
print(1 << 3.0, 7.0 & 3, 2^53 | 1) -- expect: 8	3	9007199254740993
print(pcall(function() return ~"1" end)) -- expect: false	bitwise_operators.lua:4: attempt to perform bitwise operation on a string value (constant '1')
print(2 >> -3, 1 << math.maxinteger, 1 >> math.mininteger) -- expect: 16	0	0
