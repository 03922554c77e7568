t = {a = 1, b = 2, c = 3}
-- next evaluation
t.b = nil
for i = 1, 100 do t["k" .. i] = i end
t.d, t.b = 4, 5
error() -- expect error: (error object is a nil value)
-- next evaluation
for k, v in pairs(t) do print(k, v) end -- expect: a	1
-- expect: b	2
-- expect: c	3
t.d = 4
for k in pairs(t) do print(k) end -- expect: a
-- expect: b
-- expect: c
-- expect: d
