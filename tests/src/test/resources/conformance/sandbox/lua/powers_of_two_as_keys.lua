-- policy: untrusted
-- limit: reductions=3M,time=30s
local t = {}
for i = 0, 62 do t[1 << i] = i end
print(t[1 << 62])
-- expect: 62
