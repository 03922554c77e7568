-- The function of a level: the main chunk, functions that capture nothing, globals, the library.
local function nothing()
  return debug
end
print(debug.getinfo(1, "f").func == debug.getinfo(1).func) -- expect: true
local main = debug.getinfo(1, "f").func
print(debug.getinfo(main, "S").what, (debug.getupvalue(main, 1))) -- expect: main	_ENV

function global_one(k)
  local up = main
  return k(debug.getinfo(1, "f").func == global_one, debug.getinfo(2, "f").func == main)
end
global_one(print) -- expect: true	true

local environment = setmetatable({}, {__index = _G})
local chunk = load("return require, debug.getinfo(1, 'f').func", "=c", "t", environment)
local _, same = chunk()
print(same == chunk, (debug.getupvalue(same, 1)), select(2, debug.getupvalue(same, 1)) == environment) -- expect: true	_ENV	true
print(debug.getinfo(0, "f").func == debug.getinfo) -- expect: true
table.sort({1, 2}, function(a, b)
  print(debug.getinfo(2, "f").func == table.sort) -- expect: true
  return a < b
end)
