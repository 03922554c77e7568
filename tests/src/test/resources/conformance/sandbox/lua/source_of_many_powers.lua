-- policy: untrusted
-- limit: reductions=100M,time=20s
local f, message = load('return ' .. ('2^'):rep(20000) .. '2')
print(f == nil and type(message) == "string" or type(f) == "function")
-- expect: true
