-- limit: reductions=10M
setmetatable({}, {__gc = function() while true do end end})
collectgarbage()
while true do end
-- expect kill: reductions
