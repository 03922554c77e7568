local trace
setmetatable({}, {__gc = function() trace = debug.traceback("here") end})
collectgarbage()
print((trace:match("^[^\n]*\n[^\n]*\n[^\n]*")))
-- expect: here
-- expect: stack traceback:
-- expect: 	named_in_tracebacks.lua:2: in metamethod '__gc'
