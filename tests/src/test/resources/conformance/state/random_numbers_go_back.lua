math.randomseed(7)
-- next evaluation
first = math.random(1000000)
-- next evaluation
second = math.random(1000000)
error() -- expect error: (error object is a nil value)
-- next evaluation
local again = math.random(1000000)
math.randomseed(7)
print(first == math.random(1000000), again == math.random(1000000)) -- expect: true	true
