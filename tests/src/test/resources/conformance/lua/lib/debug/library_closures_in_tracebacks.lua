local function show(f, ...) print(select(2, xpcall(f, debug.traceback, ...))) end
local gen = coroutine.wrap(function() error("gen") end)
show(function() return gen() end)
show(function() local x = gen() end)
show(function() for w in ("a b"):gmatch("%") do end end)
show(function() for p in utf8.codes("\xff") do end end)
-- What a generic for calls is a for iterator, to the names of calls around it a stranger.
local function it() error("in it") end
show(function() for x in it do end end)
show(function() local n = #tostring(1) for x in it, tostring(n) do end end)
show(function() for x in setmetatable({}, {__call = it}) do end end)
show(function() for k in pairs(setmetatable({}, {__pairs = it})) do end end)
local co = coroutine.create(function(x) local y = coroutine.yield(x), it and 1 return it(y) end)
coroutine.resume(co, 1)
print(debug.traceback(co))
print(coroutine.resume(co, true))
print(debug.traceback(co))
-- expect: library_closures_in_tracebacks.lua:3: library_closures_in_tracebacks.lua:2: gen
-- expect: stack traceback:
-- expect: 	[C]: in upvalue 'gen'
-- expect: 	library_closures_in_tracebacks.lua:3: in function <library_closures_in_tracebacks.lua:3>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	library_closures_in_tracebacks.lua:1: in local 'show'
-- expect: 	library_closures_in_tracebacks.lua:3: in main chunk
-- expect: 	[C]: in ?
-- expect: library_closures_in_tracebacks.lua:4: cannot resume dead coroutine
-- expect: stack traceback:
-- expect: 	[C]: in upvalue 'gen'
-- expect: 	library_closures_in_tracebacks.lua:4: in function <library_closures_in_tracebacks.lua:4>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	library_closures_in_tracebacks.lua:1: in local 'show'
-- expect: 	library_closures_in_tracebacks.lua:4: in main chunk
-- expect: 	[C]: in ?
-- expect: library_closures_in_tracebacks.lua:5: malformed pattern (ends with '%')
-- expect: stack traceback:
-- expect: 	[C]: in for iterator 'for iterator'
-- expect: 	library_closures_in_tracebacks.lua:5: in function <library_closures_in_tracebacks.lua:5>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	library_closures_in_tracebacks.lua:1: in local 'show'
-- expect: 	library_closures_in_tracebacks.lua:5: in main chunk
-- expect: 	[C]: in ?
-- expect: library_closures_in_tracebacks.lua:6: invalid UTF-8 code
-- expect: stack traceback:
-- expect: 	[C]: in for iterator 'for iterator'
-- expect: 	library_closures_in_tracebacks.lua:6: in function <library_closures_in_tracebacks.lua:6>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	library_closures_in_tracebacks.lua:1: in local 'show'
-- expect: 	library_closures_in_tracebacks.lua:6: in main chunk
-- expect: 	[C]: in ?
-- expect: library_closures_in_tracebacks.lua:8: in it
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	library_closures_in_tracebacks.lua:8: in for iterator 'for iterator'
-- expect: 	library_closures_in_tracebacks.lua:9: in function <library_closures_in_tracebacks.lua:9>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	library_closures_in_tracebacks.lua:1: in local 'show'
-- expect: 	library_closures_in_tracebacks.lua:9: in main chunk
-- expect: 	[C]: in ?
-- expect: library_closures_in_tracebacks.lua:8: in it
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	library_closures_in_tracebacks.lua:8: in for iterator 'for iterator'
-- expect: 	library_closures_in_tracebacks.lua:10: in function <library_closures_in_tracebacks.lua:10>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	library_closures_in_tracebacks.lua:1: in local 'show'
-- expect: 	library_closures_in_tracebacks.lua:10: in main chunk
-- expect: 	[C]: in ?
-- expect: library_closures_in_tracebacks.lua:8: in it
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	library_closures_in_tracebacks.lua:8: in for iterator 'for iterator'
-- expect: 	library_closures_in_tracebacks.lua:11: in function <library_closures_in_tracebacks.lua:11>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	library_closures_in_tracebacks.lua:1: in local 'show'
-- expect: 	library_closures_in_tracebacks.lua:11: in main chunk
-- expect: 	[C]: in ?
-- expect: library_closures_in_tracebacks.lua:8: in it
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	library_closures_in_tracebacks.lua:8: in function <library_closures_in_tracebacks.lua:8>
-- expect: 	[C]: in function 'pairs'
-- expect: 	library_closures_in_tracebacks.lua:12: in function <library_closures_in_tracebacks.lua:12>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	library_closures_in_tracebacks.lua:1: in local 'show'
-- expect: 	library_closures_in_tracebacks.lua:12: in main chunk
-- expect: 	[C]: in ?
-- expect: stack traceback:
-- expect: 	[C]: in function 'coroutine.yield'
-- expect: 	library_closures_in_tracebacks.lua:13: in function <library_closures_in_tracebacks.lua:13>
-- expect: false	library_closures_in_tracebacks.lua:8: in it
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	library_closures_in_tracebacks.lua:8: in function <library_closures_in_tracebacks.lua:8>
-- expect: 	(...tail calls...)
