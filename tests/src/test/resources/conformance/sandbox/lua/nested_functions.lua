-- policy: untrusted
-- limit: reductions=100M,time=30s
local f, message = load(('function f() '):rep(10000) .. ('end '):rep(10000))
print(f, type(message))
-- expect: nil	string
