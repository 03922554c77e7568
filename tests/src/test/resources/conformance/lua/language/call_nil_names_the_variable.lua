local t = {}
print(pcall(function() t.f() end)) -- expect: false	call_nil_names_the_variable.lua:2: attempt to call a nil value (field 'f')
print(pcall(function() t:m() end)) -- expect: false	call_nil_names_the_variable.lua:3: attempt to call a nil value (method 'm')
print(pcall(function() undefined_function() end)) -- expect: false	call_nil_names_the_variable.lua:4: attempt to call a nil value (global 'undefined_function')
print(pcall(function() local f; f() end)) -- expect: false	call_nil_names_the_variable.lua:5: attempt to call a nil value (local 'f')
print(pcall(function() t.a.b() end)) -- expect: false	call_nil_names_the_variable.lua:6: attempt to index a nil value (field 'a')
print(pcall(function() ("x"):nope() end)) -- expect: false	call_nil_names_the_variable.lua:7: attempt to call a nil value (method 'nope')
print(pcall(function() (nil)() end)) -- expect: false	call_nil_names_the_variable.lua:8: attempt to call a nil value
print(pcall(function() t[1]() end)) -- expect: false	call_nil_names_the_variable.lua:9: attempt to call a nil value (field 'integer index')
print(pcall(function() (5)() end)) -- expect: false	call_nil_names_the_variable.lua:10: attempt to call a number value
print(pcall(function() return t.x.y() end)) -- expect: false	call_nil_names_the_variable.lua:11: attempt to index a nil value (field 'x')
print(pcall(5)) -- expect: false	attempt to call a number value
print(pcall(function() string.nope() end)) -- expect: false	call_nil_names_the_variable.lua:13: attempt to call a nil value (field 'nope')
