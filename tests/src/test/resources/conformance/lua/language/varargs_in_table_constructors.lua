local function f(...) return ... end
local t = { f(1, 2, 3), f(4, 5, 6) }
print(#t, table.concat(t, " ")) -- expect: 4	1 4 5 6
t = { f(1, 2), (f(3, 4)) }
print(#t, table.concat(t, " ")) -- expect: 2	1 3
t = { f(), f() }
print(#t) -- expect: 0
t = { n = f(7, 8), f(9, 10) }
print(t.n, t[1], t[2]) -- expect: 7	9	10
