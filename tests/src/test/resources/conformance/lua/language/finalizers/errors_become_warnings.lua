local ran = 0
setmetatable({}, {__gc = function() ran = ran + 1 error("lost") end})
setmetatable({}, {__gc = function() ran = ran + 1 error({}) end})
collectgarbage()
print(ran) -- expect: 2
