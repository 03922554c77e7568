-- policy: untrusted
-- limit: reductions=100M,time=30s
local ok, message = pcall(error, ("x"):rep(10000000))
print(ok, #message)
-- expect: false	10000000
