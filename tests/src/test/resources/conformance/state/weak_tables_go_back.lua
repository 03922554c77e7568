key = {}
weak = setmetatable({[key] = "value"}, {__mode = "k"})
plain = {a = 1}
-- next evaluation
weak[key] = nil
weak.other = 1
setmetatable(plain, {__mode = "v"})
plain.b = {}
error() -- expect error: (error object is a nil value)
-- next evaluation
print(weak[key], weak.other, plain.a, plain.b, getmetatable(plain)) -- expect: value	nil	1	nil	nil
