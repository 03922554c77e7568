local t = {}
for i = 10, 1, -1 do t[i] = i end
print(#t) -- expect: 10
t[2^31] = "x"
print(t[2147483648], #t) -- expect: x	10
t = {}
t[-1], t[0], t[1] = "a", "b", "c"
print(#t, t[-1], t[0]) -- expect: 1	a	b
