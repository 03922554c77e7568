-- policy: untrusted
-- limit: reductions=100M,time=30s
local f, message = load(('do '):rep(100000) .. ('end '):rep(100000))
print(f, type(message))
-- expect: nil	string
