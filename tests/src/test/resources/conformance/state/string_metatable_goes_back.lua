print(("x"):rep(2)) -- expect: xx
-- next evaluation
string.rep = nil
getmetatable("").__index = function() return function() return "other" end end
print(("x"):anything()) -- expect: other
error() -- expect error: (error object is a nil value)
-- next evaluation
print(("x"):rep(3)) -- expect: xxx
