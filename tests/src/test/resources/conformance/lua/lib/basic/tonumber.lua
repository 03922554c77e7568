print(tonumber("10"), tonumber("  0x1p4  "), tonumber("1e1"), tonumber("abc"), tonumber(""), tonumber(" ")) -- expect: 10	16.0	10.0	nil	nil	nil
print(tonumber("10", 2), tonumber("ff", 16), tonumber("zz", 36), tonumber("8", 8), tonumber("-7", 8), tonumber(" 11 ", 2)) -- expect: 2	255	1295	nil	-7	3
print(tonumber(5), tonumber(5.5), tonumber(nil), tonumber({}), tonumber(true)) -- expect: 5	5.5	nil	nil	nil
print(tonumber("0x"), tonumber("1 2"), tonumber("1e"), tonumber("inf"), tonumber("nan"), tonumber("0x.8")) -- expect: nil	nil	nil	nil	nil	0.5
print(tonumber("9223372036854775807"), tonumber("9223372036854775808"), tonumber("1\0")) -- expect: 9223372036854775807	9.2233720368548e+18	nil
print(pcall(tonumber, "1", 1)) -- expect: false	bad argument #2 to 'tonumber' (base out of range)
print(pcall(tonumber, 1, 10)) -- expect: false	bad argument #1 to 'tonumber' (string expected, got number)
print(pcall(tonumber)) -- expect: false	bad argument #1 to 'tonumber' (value expected)
print(math.type(tonumber("3")), math.type(tonumber("3.0")), tonumber("7fffffffffffffff", 16), tonumber("ffffffffffffffff", 16)) -- expect: integer	float	9223372036854775807	-1
