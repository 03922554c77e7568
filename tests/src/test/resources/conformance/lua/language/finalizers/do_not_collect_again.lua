local inside = "not run"
setmetatable({}, {__gc = function() inside = collectgarbage() end})
collectgarbage()
print(inside) -- expect: nil
