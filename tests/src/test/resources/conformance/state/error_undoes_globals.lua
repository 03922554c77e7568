x = 1
t = {n = 1}
-- next evaluation
x, y, t.n, t.m = 2, 3, 4, 5
error("no") -- expect error: error_undoes_globals.lua:5: no
-- next evaluation
print(x, y, t.n, t.m) -- expect: 1	nil	1	nil
