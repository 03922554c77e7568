print(load("return 1" .. (" .. 1"):rep(100)) ~= nil) -- expect: true
local f, message = load("return 1" .. (" .. 1"):rep(500))
print(f, message:match("C stack overflow")) -- expect: nil	C stack overflow
local f, message = load("local a; a" .. (", a"):rep(500))
print(f, message:match("C stack overflow")) -- expect: nil	C stack overflow
