local function f() return 1, 2, 3 end
print(f(), (f())) -- expect: 1	1
print((f())) -- expect: 1
local t = { (f()), f() }
print(#t) -- expect: 4
local a, b = (f())
print(a, b) -- expect: 1	nil
print(#{ f(), nil }) -- expect: 1
