local function run(a, b, c)
  local out = {}
  for i = a, b, c or 1 do
    out[#out + 1] = tostring(i)
    if #out > 6 then break end
  end
  print(#out, table.concat(out, " "))
end
run(1, 3)
run(3, 1)
run(3, 1, -1)
run(1, 2, 0.5)
run(1.0, 3)
run(1, 3.7)
run(1, -math.huge)
run(math.maxinteger - 1, math.maxinteger)
run(math.mininteger, math.mininteger + 1)
run(math.maxinteger - 1, math.huge)
run(3, 2.9)
run(-1, -3, -1)
run(1, 10, 4)
run(math.mininteger, math.maxinteger, math.maxinteger)
run(0.1, 0.35, 0.1)
run("1", 2)
-- expect: 3	1 2 3
-- expect: 0
-- expect: 3	3 2 1
-- expect: 3	1.0 1.5 2.0
-- expect: 3	1.0 2.0 3.0
-- expect: 3	1 2 3
-- expect: 0
-- expect: 2	9223372036854775806 9223372036854775807
-- expect: 2	-9223372036854775808 -9223372036854775807
-- expect: 2	9223372036854775806 9223372036854775807
-- expect: 0
-- expect: 3	-1 -2 -3
-- expect: 3	1 5 9
-- expect: 3	-9223372036854775808 -1 9223372036854775806
-- expect: 3	0.1 0.2 0.3
-- expect: 2	1.0 2.0
