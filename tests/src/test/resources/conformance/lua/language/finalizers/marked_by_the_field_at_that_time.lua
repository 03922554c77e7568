local log = {}
local late = {}
setmetatable({}, late)
late.__gc = function() log[#log + 1] = "late" end
local early = {__gc = true}
setmetatable({}, early)
early.__gc = function() log[#log + 1] = "early" end
setmetatable({}, {__gc = 42})
collectgarbage()
print(table.concat(log, " ")) -- expect: early
