local t = {}
for i = 32, 2, -1 do t[i] = i end
t[33] = 33
t[1] = 1
t[34] = 34
local n = 0
for k, v in pairs(t) do n = n + 1 end
print(#t, n, t[33], t[34], t[35]) -- expect: 34	34	33	34	nil
for i = 34, 1, -1 do t[i] = nil end
print(#t, next(t)) -- expect: 0	nil
