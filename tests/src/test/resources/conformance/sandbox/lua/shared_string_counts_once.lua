-- policy: untrusted
-- limit: reductions=3M,time=30s
local b = ("x"):rep(1000000)
local t = {}
for i = 1, 1000 do t[i] = b end
print("ok")
-- expect: ok
