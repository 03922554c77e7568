print(load("return 1 + 1")()) -- expect: 2
print(type(load("x = 5"))) -- expect: function
print((load("return ...")(1, 2))) -- expect: 1
print(load("syntax error here")) -- expect: nil	[string "syntax error here"]:1: syntax error near 'error'
print(load("return", "=name")()) -- expect: 
print(pcall(load("error('m')", "=chunk"))) -- expect: false	chunk:1: m
print(pcall(load("error('m')", "@file.lua"))) -- expect: false	file.lua:1: m
print(pcall(load("error('m')", "some code"))) -- expect: false	[string "some code"]:1: m
print(pcall(load("error('m')", "first line\nsecond"))) -- expect: false	[string "first line..."]:1: m
print(load("return x", "n", "t", { x = "from env" })()) -- expect: from env
print(load("x = 1", "n", "b")) -- expect: nil	attempt to load a text chunk (mode is 'b')
local env = {}
load("y = 7", "n", "t", env)()
print(env.y, y) -- expect: 7	nil
