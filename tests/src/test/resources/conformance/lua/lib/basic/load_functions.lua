local parts = { "return ", "4", "2", nil }
local i = 0
print(load(function() i = i + 1 return parts[i] end)()) -- expect: 42
print(type(load(function() return nil end))) -- expect: function
local function first(_, message) return (message:match("^[^\n]*")) end
print(first(load(function() error("reader failed", 0) end))) -- expect: reader failed
print(first(load(function() return {} end))) -- expect: load_functions.lua:7: reader function must return a string
local called = 0
print(load(function() called = called + 1 if called == 1 then return "return 'x'" end return "" end)()) -- expect: x
