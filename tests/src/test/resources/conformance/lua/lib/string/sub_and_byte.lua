local s = "hello"
print(s:sub(2), s:sub(2, 3), s:sub(-3), s:sub(-3, -2), s:sub(0), s:sub(4, 10), s:sub(3, 2) == "", s:sub(-100, 2)) -- expect: ello	el	llo	ll	hello	lo	true	he
print(s:sub(math.mininteger, math.maxinteger), s:sub(2.0, "3")) -- expect: hello	el
print(s:byte(), s:byte(2), s:byte(-1), s:byte(10), s:byte(1, -1)) -- expect: 104	101	111	nil	104	101	108	108	111
print(string.char(72, 105), string.char() == "", pcall(string.char, 256)) -- expect: Hi	true	false	bad argument #1 to 'string.char' (value out of range)
print(pcall(string.char, -1)) -- expect: false	bad argument #1 to 'string.char' (value out of range)
print(pcall(string.sub)) -- expect: false	bad argument #1 to 'string.sub' (string expected, got no value)
print(pcall(string.sub, "x", 1.5)) -- expect: false	bad argument #2 to 'string.sub' (number has no integer representation)
print(pcall(string.sub, "x", {})) -- expect: false	bad argument #2 to 'string.sub' (number expected, got table)
