print(math.maxinteger + 1 == math.mininteger) -- expect: true
print(math.mininteger - 1 == math.maxinteger) -- expect: true
print(math.maxinteger * 2) -- expect: -2
print(-math.mininteger == math.mininteger) -- expect: true
print(9223372036854775807, 9223372036854775808, -9223372036854775808) -- expect: 9223372036854775807	9.2233720368548e+18	-9.2233720368548e+18
print(0x7fffffffffffffff, 0xffffffffffffffff, 0x1ffffffffffffffff) -- expect: 9223372036854775807	-1	-1
