-- What closes a variable is a metamethod where its block ends, and has no name while an error leaves it.
local function close() print(debug.traceback("closing")) end
local function new() return setmetatable({}, {__close = close}) end
do local x <close> = new() end
print(pcall(function() local x <close> = new() error("e") end))
print(pcall(function() local x <close> = new() return 1 end))
coroutine.wrap(function() local x <close> = new() end)()
for i in function(_, i) return not i or nil end, nil, nil, new() do end
-- expect: closing
-- expect: stack traceback:
-- expect: 	closing_in_tracebacks.lua:2: in metamethod 'close'
-- expect: 	closing_in_tracebacks.lua:4: in main chunk
-- expect: 	[C]: in ?
-- expect: closing
-- expect: stack traceback:
-- expect: 	closing_in_tracebacks.lua:2: in function <closing_in_tracebacks.lua:2>
-- expect: 	[C]: in function 'pcall'
-- expect: 	closing_in_tracebacks.lua:5: in main chunk
-- expect: 	[C]: in ?
-- expect: false	closing_in_tracebacks.lua:5: e
-- expect: closing
-- expect: stack traceback:
-- expect: 	closing_in_tracebacks.lua:2: in metamethod 'close'
-- expect: 	closing_in_tracebacks.lua:6: in function <closing_in_tracebacks.lua:6>
-- expect: 	[C]: in function 'pcall'
-- expect: 	closing_in_tracebacks.lua:6: in main chunk
-- expect: 	[C]: in ?
-- expect: true	1
-- expect: closing
-- expect: stack traceback:
-- expect: 	closing_in_tracebacks.lua:2: in metamethod 'close'
-- expect: 	closing_in_tracebacks.lua:7: in function <closing_in_tracebacks.lua:7>
-- expect: closing
-- expect: stack traceback:
-- expect: 	closing_in_tracebacks.lua:2: in metamethod 'close'
-- expect: 	closing_in_tracebacks.lua:8: in main chunk
-- expect: 	[C]: in ?
