print(math.type(1), math.type(1.0), math.type("1"), math.type(nil)) -- expect: integer	float	nil	nil
print(math.tointeger(3.0), math.tointeger(3.5), math.tointeger("8"), math.tointeger(2^63)) -- expect: 3	nil	8	nil
print(math.floor(3.7), math.floor(-3.7), math.ceil(3.2), math.ceil(-3.2), math.floor(5), math.floor(1e100)) -- expect: 3	-4	4	-3	5	1e+100
print(math.abs(-5), math.abs(-5.5), math.abs(math.mininteger)) -- expect: 5	5.5	-9223372036854775808
print(math.max(1, 2.5, -1), math.min(3, 1, 2), math.max(1), math.max(2, 2.0)) -- expect: 2.5	1	1	2
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7, -3), math.fmod(7.5, 2), math.fmod(-6, 2)) -- expect: 1	-1	1	1.5	0
print(math.modf(3.7), math.modf(-3.7), math.modf(5), math.modf(math.huge)) -- expect: 3	-3	5	inf	0.0
print(math.ult(1, -1), math.ult(-1, 1), math.ult(1, 2)) -- expect: true	false	true
print(math.maxinteger, math.mininteger, math.huge, math.pi) -- expect: 9223372036854775807	-9223372036854775808	inf	3.1415926535898
print(pcall(math.fmod, 1, 0)) -- expect: false	bad argument #2 to 'math.fmod' (zero)
print(math.fmod(1, 0.0) ~= math.fmod(1, 0.0), pcall(math.max)) -- expect: true	false	bad argument #1 to 'math.max' (value expected)
print(pcall(math.floor, "x")) -- expect: false	bad argument #1 to 'math.floor' (number expected, got string)
print(math.floor("3.7"), pcall(math.tointeger)) -- expect: 3	false	bad argument #1 to 'math.tointeger' (value expected)
