print(1 == 1.0, math.maxinteger + 0.0 == math.maxinteger, math.maxinteger < math.maxinteger + 0.0) -- expect: true	false	true
print(2^53 == 2^53 + 1, (1 << 53) + 1 == 2.0^53, (1 << 53) + 1 > 2.0^53) -- expect: true	false	true
print(1 < 1.5, -1 > -1.5, math.mininteger <= -2^63, math.mininteger < -2^63) -- expect: true	true	true	false
print(1 < math.huge, math.mininteger > -math.huge, 0 == -0.0) -- expect: true	true	true
