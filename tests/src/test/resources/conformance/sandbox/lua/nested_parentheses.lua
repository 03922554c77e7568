-- policy: untrusted
-- limit: reductions=100M,time=30s
local f, message = load('return ' .. ('('):rep(100000) .. '1' .. (')'):rep(100000))
print(f, type(message))
-- expect: nil	string
