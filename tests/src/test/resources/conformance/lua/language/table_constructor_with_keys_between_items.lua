local log = {}
local function v(x) log[#log + 1] = tostring(x) return x end
local t = { v(1), [v("k")] = v("kv"), v(2), [1] = v("over"), n = v("nv"), v(3) }
print(t[1], t[2], t[3], t.k, t.n, #t) -- expect: 1	2	3	kv	nv	3
print(table.concat(log, " ")) -- expect: 1 k kv 2 over nv 3
local function three() return "a", "b", "c" end
print(#{ three(), three() }, #{ three(), (three()) }, #{ [1] = "x", three() }) -- expect: 4	2	3
