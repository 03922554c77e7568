local key = "k"
local t = { 1, 2; x = 3, ["y z"] = 4, [key] = 5, [10] = 6, 7, [1.0] = "lost", }
print(t[1], t[2], t[3], t.x, t["y z"], t.k, t[10], #t) -- expect: 1	2	7	3	4	5	6	3
print(#{}, #{ nil }, #{ n = 1 }) -- expect: 0	0	0
print(({ 10, 20, 30 })[2], ("x"):rep(3), #"abc") -- expect: 20	xxx	3
