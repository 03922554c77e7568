t = {1, 2, 3}
-- next evaluation
t[#t + 1] = "text"
t[#t + 1] = 2.5
t[2] = nil
table.remove(t, 1)
error() -- expect error: (error object is a nil value)
-- next evaluation
print(#t, t[1], t[2], t[3], t[4]) -- expect: 3	1	2	3	nil
t[4] = 4
print(#t, math.type(t[4])) -- expect: 4	integer
