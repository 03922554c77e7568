print(assert(1, 2, 3)) -- expect: 1	2	3
print(pcall(assert, false)) -- expect: false	assertion failed!
print(pcall(assert, nil, "message")) -- expect: false	message
print(pcall(assert, false, { 1 }) == false) -- expect: true
print(pcall(assert)) -- expect: false	bad argument #1 to 'assert' (value expected)
assert(1 == 2, "one is not two")
-- expect error: assert.lua:6: one is not two
