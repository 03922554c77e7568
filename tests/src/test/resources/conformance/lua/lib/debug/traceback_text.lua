print(debug.traceback("message"):match("^message\nstack traceback:\n") ~= nil)
print(debug.traceback({}) ~= nil, type(debug.traceback(nil)))
local info = debug.getinfo(1, "Sl")
print(info.short_src, info.currentline, info.what)
local function f() end
print(debug.getinfo(f, "S").linedefined, debug.getinfo(f, "u").nparams, debug.getinfo(print, "S").what)
-- expect: true
-- expect: true	string
-- expect: traceback_text.lua	3	main
-- expect: 5	0	C
