print(pcall(math.random, 0) )
print(pcall(math.random, 2, 1))
print(pcall(math.random, 1, 2, 3))
print(pcall(math.random, 1.5))
print(math.random() < 1, math.random(5) <= 5)
-- expect: true	3564941382645207653
-- expect: false	bad argument #1 to 'math.random' (interval is empty)
-- expect: false	wrong number of arguments
-- expect: false	bad argument #1 to 'math.random' (number has no integer representation)
-- expect: true	true
