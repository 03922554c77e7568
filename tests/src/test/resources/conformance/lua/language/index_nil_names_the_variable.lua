local t = {}
print(pcall(function() return t.x.y end)) -- expect: false	index_nil_names_the_variable.lua:2: attempt to index a nil value (field 'x')
print(pcall(function() local a; return a.b end)) -- expect: false	index_nil_names_the_variable.lua:3: attempt to index a nil value (local 'a')
print(pcall(function() return undefined_global.x end)) -- expect: false	index_nil_names_the_variable.lua:4: attempt to index a nil value (global 'undefined_global')
print(pcall(function() t.x.y.z = 1 end)) -- expect: false	index_nil_names_the_variable.lua:5: attempt to index a nil value (field 'x')
print(pcall(function() t.x.y = 1 end)) -- expect: false	index_nil_names_the_variable.lua:6: attempt to index a nil value (field 'x')
print(pcall(function() return t[1][2] end)) -- expect: false	index_nil_names_the_variable.lua:7: attempt to index a nil value (field 'integer index')
print(pcall(function() return ("x").y.z end)) -- expect: false	index_nil_names_the_variable.lua:8: attempt to index a nil value (field 'y')
print(pcall(function() local a = 5; return a.b.c end)) -- expect: false	index_nil_names_the_variable.lua:9: attempt to index a number value (local 'a')
print(pcall(function() return t.a.b.c end)) -- expect: false	index_nil_names_the_variable.lua:10: attempt to index a nil value (field 'a')
print(pcall(function() local k = "key"; return t[k].x end)) -- expect: false	index_nil_names_the_variable.lua:11: attempt to index a nil value (field '?')
print(pcall(function() return (1).x end)) -- expect: false	index_nil_names_the_variable.lua:12: attempt to index a number value
print(pcall(function() return #t.x end)) -- expect: false	index_nil_names_the_variable.lua:13: attempt to get length of a nil value (field 'x')
