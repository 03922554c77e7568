local function run(a, b, c)
  local out = {}
  for i = a, b, c do out[#out + 1] = math.type(i) .. ":" .. i end
  print(table.concat(out, " "))
end
run(1, 3, 1)
run(1, 3.9, 1)
run(1.0, 3, 1)
run(1, 2, 0.5)
run(3, 1, -1)
run(math.maxinteger - 1, math.huge, 1)
run(math.mininteger, math.mininteger + 2, 2)
run(5, 1, 1)
print(pcall(run, 1, 10, 0))
print(pcall(run, "a", 10, 1))
-- expect: integer:1 integer:2 integer:3
-- expect: integer:1 integer:2 integer:3
-- expect: float:1.0 float:2.0 float:3.0
-- expect: float:1.0 float:1.5 float:2.0
-- expect: integer:3 integer:2 integer:1
-- expect: integer:9223372036854775806 integer:9223372036854775807
-- expect: integer:-9223372036854775808 integer:-9223372036854775806
-- expect:
-- expect: false	numeric_for_start_known_only_at_run_time.lua:3: 'for' step is zero
-- expect: false	numeric_for_start_known_only_at_run_time.lua:3: bad 'for' initial value (number expected, got string)
