-- A field of _ENV is called a global in messages, whatever _ENV is.
print(pcall(function() return _ENV.q + 1 end)) -- expect: false	environment_fields_are_globals.lua:2: attempt to perform arithmetic on a nil value (global 'q')
print(pcall(function() return _ENV.q.x end)) -- expect: false	environment_fields_are_globals.lua:3: attempt to index a nil value (global 'q')
print(pcall(function() _ENV.f() end)) -- expect: false	environment_fields_are_globals.lua:4: attempt to call a nil value (global 'f')
print(pcall(function() _ENV.q.x = 1 end)) -- expect: false	environment_fields_are_globals.lua:5: attempt to index a nil value (global 'q')
print(pcall(function(_ENV) return q .. "x" end, {})) -- expect: false	environment_fields_are_globals.lua:6: attempt to concatenate a nil value (global 'q')
print(pcall(function(_ENV) return _ENV.q .. "x" end, {})) -- expect: false	environment_fields_are_globals.lua:7: attempt to concatenate a nil value (global 'q')
print(pcall(function() local _ENV = {} return #_ENV.q end)) -- expect: false	environment_fields_are_globals.lua:8: attempt to get length of a nil value (global 'q')
print(pcall(function() return _ENV["q"] < 1 end)) -- expect: false	environment_fields_are_globals.lua:9: attempt to compare nil with number
print(pcall(function() return -_ENV["q"] end)) -- expect: false	environment_fields_are_globals.lua:10: attempt to perform arithmetic on a nil value (global 'q')
print(pcall(function() return _ENV.a.b.c end)) -- expect: false	environment_fields_are_globals.lua:11: attempt to index a nil value (global 'a')
print(pcall(function() return _G.q + 1 end)) -- expect: false	environment_fields_are_globals.lua:12: attempt to perform arithmetic on a nil value (field 'q')
