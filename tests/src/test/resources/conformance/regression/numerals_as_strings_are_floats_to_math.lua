-- What math takes for an integer must be one: a string, whatever it says, is a float.
print(math.abs("10"), math.abs("-9223372036854775808"), math.abs(-10)) -- expect: 10.0	9.2233720368548e+18	10
print(math.floor("9223372036854775807"), math.ceil("9223372036854775807"), math.floor("3"), math.ceil("-3.5")) -- expect: 9.2233720368548e+18	9.2233720368548e+18	3	-3
print(math.modf("9223372036854775807")) -- expect: 9.2233720368548e+18	0.0
print(math.modf("-3.5")) -- expect: -3	-0.5
print(math.fmod(9223372036854775807, " 5 "), math.fmod("7", 2), math.fmod(7, 2)) -- expect: 3.0	1.0	1
