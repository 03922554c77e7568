print(load("return 1 + 1")())
print(load("x = 5"))
print((load("return ...")(1, 2)))
print(load("syntax error here"))
print(load("return", "=name")())
print(load("error('m')", "=chunk"))
print(pcall(load("error('m')", "=chunk")))
print(pcall(load("error('m')", "@file.lua")))
print(pcall(load("error('m')", "some code")))
print(pcall(load("error('m')", "first line\nsecond")))
print(load("return x", "n", "t", { x = "from env" })())
print(load("x = 1", "n", "b"))
local env = {}
load("y = 7", "n", "t", env)()
print(env.y, y)
-- expect: 2
-- expect: function: 0x562f5c573dd0
-- expect: 1
-- expect: nil	[string "syntax error here"]:1: syntax error near 'error'
-- expect:
-- expect: function: 0x562f5c573dd0
-- expect: false	chunk:1: m
-- expect: false	file.lua:1: m
-- expect: false	[string "some code"]:1: m
-- expect: false	[string "first line..."]:1: m
-- expect: from env
-- expect: nil	attempt to load a text chunk (mode is 'b')
-- expect: 7	nil
