-- policy: untrusted
-- limit: reductions=3M,time=30s
print((pcall(debug.setmetatable, 0, { __index = function() return "pwn" end })))
print((pcall(function() return (0).x end)))
-- expect: false
-- expect: false
