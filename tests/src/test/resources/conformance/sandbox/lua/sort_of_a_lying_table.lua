-- policy: untrusted
-- limit: reductions=3M,time=30s
print(pcall(table.sort, setmetatable({}, { __len = function() return 1 << 31 end, __index = function() return 1 end })))
-- expect: false	bad argument #1 to 'table.sort' (array too big)
