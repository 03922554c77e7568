-- policy: untrusted
-- limit: reductions=3M
return #string.format("%s", setmetatable({}, { __tostring = function() return ("x"):rep(1000000000) end }))
-- expect kill: memory|value
