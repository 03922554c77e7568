print(("Hello"):upper(), ("Hello"):lower(), ("abc"):reverse(), ("ab"):rep(3), ("ab"):rep(3, "-"), ("ab"):rep(0) == "", ("ab"):rep(-1) == "") -- expect: HELLO	hello	cba	ababab	ab-ab-ab	true	true
print(("\xe9\xc0"):upper():byte(1, -1)) -- expect: 233	192
print(#("x"):rep(1000), ("abc"):len(), ("\0\0"):len()) -- expect: 1000	3	2
print(pcall(string.rep, "x", 1e10)) -- expect: false	resulting string too large
print(pcall(string.rep, "x", "y")) -- expect: false	bad argument #2 to 'string.rep' (number expected, got string)
