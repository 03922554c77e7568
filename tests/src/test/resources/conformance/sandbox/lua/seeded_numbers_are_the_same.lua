-- policy: untrusted
math.randomseed(42)
local a = math.random(1, math.maxinteger)
math.randomseed(42)
print(a == math.random(1, math.maxinteger)) -- expect: true
