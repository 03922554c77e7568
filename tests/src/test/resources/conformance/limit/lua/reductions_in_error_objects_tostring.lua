-- limit: reductions=100000
error(setmetatable({}, {__tostring = function() while true do end end}))
-- expect kill: reductions
