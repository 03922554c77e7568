-- policy: untrusted
-- limit: reductions=100M,time=20s
local f, message = load('--[' .. ('='):rep(500000) .. '[')
print(f == nil and type(message) == "string" or type(f) == "function")
-- expect: true
