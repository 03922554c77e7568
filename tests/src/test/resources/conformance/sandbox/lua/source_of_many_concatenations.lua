-- policy: untrusted
-- limit: reductions=100M,time=20s
local f, message = load('return ' .. ('a..'):rep(20000) .. 'a')
print(f == nil and type(message) == "string" or type(f) == "function")
-- expect: true
