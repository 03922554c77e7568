-- policy: trusted
local a, b = 1, {}
local function f() a = a + 1 return b end
local function g() return a end
print(debug.getupvalue(f, 1)) -- expect: a	1
print((debug.getupvalue(f, 2))) -- expect: b
print(debug.getupvalue(f, 3)) -- expect: 
print(debug.upvalueid(f, 1) == debug.upvalueid(g, 1), debug.upvalueid(f, 1) == debug.upvalueid(f, 2)) -- expect: true	false
print(debug.setupvalue(f, 1, 10), g()) -- expect: a	10
local info = debug.getinfo(f, "Su")
print(info.linedefined, info.lastlinedefined, info.nups, info.isvararg) -- expect: 3	3	2	false
