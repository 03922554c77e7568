-- policy: untrusted
-- limit: reductions=100M,time=20s
local f, message = load('return ' .. ('a(b)[c].d:e"f"{g}'):rep(5000))
print(f == nil and type(message) == "string" or type(f) == "function")
-- expect: true
