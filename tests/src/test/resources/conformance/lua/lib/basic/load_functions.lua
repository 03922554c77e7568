local parts = { "return ", "4", "2", nil }
local i = 0
print(load(function() i = i + 1 return parts[i] end)())
print(load(function() return nil end))
print(load(function() error("reader failed", 0) end))
print(load(function() return {} end))
local called = 0
print(load(function() called = called + 1 if called == 1 then return "return 'x'" end return "" end)())
-- expect: 42
-- expect: function: 0x55750fa16040
-- expect: nil	reader failed
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	load_functions.lua:5: in function <load_functions.lua:5>
-- expect: 	[C]: in function 'load'
-- expect: 	load_functions.lua:5: in main chunk
-- expect: 	[C]: in ?
-- expect: nil	load_functions.lua:6: reader function must return a string
-- expect: stack traceback:
-- expect: 	[C]: in function 'load'
-- expect: 	load_functions.lua:6: in main chunk
-- expect: 	[C]: in ?
-- expect: x
