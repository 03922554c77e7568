t = {}
-- next evaluation
setmetatable({}, {__gc = function() print("not called") end})
setmetatable(t, {__gc = function() print("not called") end})
error() -- expect error: (error object is a nil value)
-- next evaluation
collectgarbage()
t = nil
collectgarbage()
print("end") -- expect: end
