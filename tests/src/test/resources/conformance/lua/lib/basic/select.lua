print(select("#"), select("#", nil), select(1, "a", "b")) -- expect: 0	1	a	b
print(select(2, "a", "b", "c")) -- expect: b	c
print(select(-1, "a", "b", "c")) -- expect: c
print(select(5, "a")) -- expect: 
print(pcall(select, 0, 1)) -- expect: false	bad argument #1 to 'select' (index out of range)
print(pcall(select, -3, 1, 2)) -- expect: false	bad argument #1 to 'select' (index out of range)
print(pcall(select, "x")) -- expect: false	bad argument #1 to 'select' (number expected, got string)
