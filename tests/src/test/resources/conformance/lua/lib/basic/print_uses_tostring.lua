print(setmetatable({}, { __tostring = function() return "custom" end }), nil, true, 1.0)
print()
print("a\tb", "")
print(pcall(print, setmetatable({}, { __tostring = function() return {} end })))
-- expect: custom	nil	true	1.0
-- expect:
-- expect: a	b
-- expect: false	'__tostring' must return a string
