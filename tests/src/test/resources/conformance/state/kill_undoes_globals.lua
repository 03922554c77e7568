-- limit: reductions=1M
t = {n = 1}
-- next evaluation
t.n = 2
local c <close> = setmetatable({}, {__close = function() t.n = 3 end})
while true do end
-- expect kill: reductions
-- next evaluation
print(t.n) -- expect: 1
