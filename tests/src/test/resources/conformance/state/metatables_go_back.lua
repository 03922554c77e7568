t = setmetatable({}, {__index = {a = 1}})
-- next evaluation
getmetatable(t).__index.a = 2
setmetatable(t, {__index = {a = 3}})
print(t.a) -- expect: 3
error() -- expect error: (error object is a nil value)
-- next evaluation
print(t.a) -- expect: 1
