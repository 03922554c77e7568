math.randomseed(42)
for i = 1, 5 do io.write(math.random(100), " ") end
print()
math.randomseed(42)
print(math.random(1 << 40), math.random(-5, 5), math.random(0))
print(string.format("%.14f", math.random()))
math.randomseed(1, 2)
print(math.random(1000000), math.random(math.mininteger, math.maxinteger))
math.randomseed(3.0)
print(math.random(10), math.random(3, 3))
-- expect: 50 76 86 54 64
-- expect: 1062568359654	-4	-8358531260401861301
-- expect: 0.79358935263827
-- expect: 559234	-5058672734575677560
-- expect: 10	3
