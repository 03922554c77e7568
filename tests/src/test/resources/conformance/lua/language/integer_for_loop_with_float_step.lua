for i = 1, 2, 0.25 do io.write(i, " ") end
print()
for i = 10, 1, -3 do io.write(i, " ") end
print()
for i = 1, 0 do io.write("never") end
for i = math.maxinteger - 2, math.maxinteger do io.write(i, " ") end
print()
-- expect: 1 1.25 1.5 1.75 2
-- expect: 10 7 4 1
-- expect: 9223372036854775805 9223372036854775806 9223372036854775807
