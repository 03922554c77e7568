print(nil and 1, false and 1, 1 and 2, nil or 1, false or nil, 1 or 2) -- expect: nil	false	2	1	nil	1
print(false == nil, not nil, not 0, not "") -- expect: false	true	false	false
local function f() print("called") return true end
print(false and f(), true or f()) -- expect: false	true
print(nil and nil or "default", 1 and nil or "default") -- expect: default	default
local x = 5
print(x > 3 and "big" or "small", x < 3 and "small" or "big") -- expect: big	big
