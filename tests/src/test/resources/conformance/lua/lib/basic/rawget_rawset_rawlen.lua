local t = setmetatable({}, { __index = function() return "default" end, __newindex = function() end, __len = function() return 99 end })
print(t.x, rawget(t, "x")) -- expect: default	nil
t.x = 1
print(rawget(t, "x")) -- expect: nil
print(rawset(t, "x", 2) == t, rawget(t, "x"), #t, rawlen(t), rawlen("abc")) -- expect: true	2	99	0	3
print(pcall(rawset, t, nil, 1)) -- expect: false	table index is nil
print(pcall(rawget, 1, 2)) -- expect: false	bad argument #1 to 'rawget' (table expected, got number)
print(pcall(rawlen, 5)) -- expect: false	bad argument #1 to 'rawlen' (table or string expected, got number)
