local t = {}
t[1] = "integer"
t[1.0] = "float"
t["1"] = "string"
t[2^53] = "big"
print(t[1], t["1"], t[1 << 53], #t) -- expect: float	string	big	1
for k in pairs({ [3.0] = true }) do print(k, math.type(k)) end -- expect: 3	integer
t[-0.0] = "zero"
print(t[0]) -- expect: zero
