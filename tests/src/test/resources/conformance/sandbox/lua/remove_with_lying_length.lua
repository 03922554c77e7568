-- policy: untrusted
-- limit: reductions=3M,time=30s
table.remove(setmetatable({}, { __len = function() return 1 << 53 end }), 1)
-- expect kill: reductions
