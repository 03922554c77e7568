-- policy: untrusted
-- limit: reductions=100M,time=20s
local f, message = load('return ' .. ('not '):rep(100000) .. '1')
print(f == nil and type(message) == "string" or type(f) == "function")
-- expect: true
