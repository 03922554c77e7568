-- policy: untrusted
-- limit: reductions=100M
local f, message = load('return ' .. ('{'):rep(100000) .. ('}'):rep(100000))
print(f, type(message))
-- expect: nil	string
