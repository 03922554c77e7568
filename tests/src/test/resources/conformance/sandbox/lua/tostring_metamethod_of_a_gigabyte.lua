-- policy: untrusted
-- limit: reductions=3M,time=30s
return #string.format("%s", setmetatable({}, { __tostring = function() return ("x"):rep(1000000000) end }))
-- expect kill: memory|value
