-- policy: untrusted
-- limit: reductions=3M,time=30s
local f, message = load("\27Lua\84\0\25\147\r\n\26\n" .. ("\0"):rep(100), "b", "b")
print(f, type(message))
-- expect: nil	string
