-- policy: untrusted
-- limit: reductions=3M,time=30s
local t = {}
t[1000000000] = 1
t[1 << 40] = 1
print(#t)
-- expect: 0
