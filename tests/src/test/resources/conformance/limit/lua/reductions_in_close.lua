-- limit: reductions=100000
do
  local c <close> = setmetatable({}, {__close = function() while true do end end})
end
-- expect kill: reductions
