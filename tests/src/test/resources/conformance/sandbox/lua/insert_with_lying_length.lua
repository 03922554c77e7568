-- policy: untrusted
-- limit: reductions=3M,time=30s
table.insert(setmetatable({}, { __len = function() return 2147483646 end }), 1, 5)
-- expect kill: reductions
