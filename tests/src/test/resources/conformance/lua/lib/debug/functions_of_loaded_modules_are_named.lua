-- A traceback names what can be reached from package.loaded by that way.
local function show(f, ...) print(select(2, xpcall(f, debug.traceback, ...))) end
package.loaded.mymod = {deep = {}, go = function() error("m") end}
show(function() local m = require "mymod" m.go() end)
show(function() local g = require("mymod").go; g() end)
local function hidden() error("h") end
show(function() hidden() end)
another = hidden
show(function() hidden() end)
another = nil
show(function() hidden() end)
function declared() error("d") end
local kept = declared
show(function() kept() end)
declared = function() kept() end
show(function() declared() end)
-- A chunk that is called by a name has it.
local chunk = load("local function q() error('c') end q()", "=ch")
show(function() chunk() end)
show(chunk)
show(load("return function() error'k' end", "=k2")())
-- expect: functions_of_loaded_modules_are_named.lua:3: m
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	functions_of_loaded_modules_are_named.lua:3: in function 'mymod.go'
-- expect: 	functions_of_loaded_modules_are_named.lua:4: in function <functions_of_loaded_modules_are_named.lua:4>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:4: in main chunk
-- expect: 	[C]: in ?
-- expect: functions_of_loaded_modules_are_named.lua:3: m
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	functions_of_loaded_modules_are_named.lua:3: in function 'mymod.go'
-- expect: 	functions_of_loaded_modules_are_named.lua:5: in function <functions_of_loaded_modules_are_named.lua:5>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:5: in main chunk
-- expect: 	[C]: in ?
-- expect: functions_of_loaded_modules_are_named.lua:6: h
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	functions_of_loaded_modules_are_named.lua:6: in upvalue 'hidden'
-- expect: 	functions_of_loaded_modules_are_named.lua:7: in function <functions_of_loaded_modules_are_named.lua:7>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:7: in main chunk
-- expect: 	[C]: in ?
-- expect: functions_of_loaded_modules_are_named.lua:6: h
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	functions_of_loaded_modules_are_named.lua:6: in function 'another'
-- expect: 	functions_of_loaded_modules_are_named.lua:9: in function <functions_of_loaded_modules_are_named.lua:9>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:9: in main chunk
-- expect: 	[C]: in ?
-- expect: functions_of_loaded_modules_are_named.lua:6: h
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	functions_of_loaded_modules_are_named.lua:6: in upvalue 'hidden'
-- expect: 	functions_of_loaded_modules_are_named.lua:11: in function <functions_of_loaded_modules_are_named.lua:11>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:11: in main chunk
-- expect: 	[C]: in ?
-- expect: functions_of_loaded_modules_are_named.lua:12: d
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	functions_of_loaded_modules_are_named.lua:12: in function 'declared'
-- expect: 	functions_of_loaded_modules_are_named.lua:14: in function <functions_of_loaded_modules_are_named.lua:14>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:14: in main chunk
-- expect: 	[C]: in ?
-- expect: functions_of_loaded_modules_are_named.lua:12: d
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	functions_of_loaded_modules_are_named.lua:12: in upvalue 'kept'
-- expect: 	functions_of_loaded_modules_are_named.lua:15: in function 'declared'
-- expect: 	functions_of_loaded_modules_are_named.lua:16: in function <functions_of_loaded_modules_are_named.lua:16>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:16: in main chunk
-- expect: 	[C]: in ?
-- expect: ch:1: c
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	ch:1: in local 'q'
-- expect: 	ch:1: in upvalue 'chunk'
-- expect: 	functions_of_loaded_modules_are_named.lua:19: in function <functions_of_loaded_modules_are_named.lua:19>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:19: in main chunk
-- expect: 	[C]: in ?
-- expect: ch:1: c
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	ch:1: in local 'q'
-- expect: 	ch:1: in main chunk
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:20: in main chunk
-- expect: 	[C]: in ?
-- expect: k2:1: k
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	k2:1: in function <k2:1>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	functions_of_loaded_modules_are_named.lua:2: in local 'show'
-- expect: 	functions_of_loaded_modules_are_named.lua:21: in main chunk
-- expect: 	[C]: in ?
