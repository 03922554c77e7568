-- limit: reductions=100000
print(setmetatable({}, {__tostring = function() while true do end end}))
-- expect kill: reductions
