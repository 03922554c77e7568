-- Where a line makes several calls each function is called what its own call calls it.
local function a(x) if x then error("deep") end return x end
local function b(x) local r = a(false), a(x) return r end
local t = {}
function t.f(x) local y = b(x) .. "z" return y end
function t:m(x) local z = t.f(x) + a(1) return z end
local up = function(x) local r = t:m(x) return r end
function glob(x) local r = up(x), 1 return r end
local function show(f, ...) print(select(2, xpcall(f, debug.traceback, ...))) end
show(glob, true)
show(function() local t = {a(1), a(2), x = a(true)} end)
show(function() if a(1) == a(2) or a(true) then end end)
show(function() local q <const> = a; q(1, q(true)) end)
show(function() (function() a(true) end)() end)
print(pcall(function() local x = ("x"):rep({}), ("y"):sub(1), string.rep() end))
print(pcall(function() local x = ("y"):sub(1) .. ("x"):rep({}) end))
print(pcall(function() local s, r = string.sub, string.rep; local x = s("x", 1) .. r("x", {}) end))
print(pcall(function() local s, r = string.sub, string.rep; return s("x", 1) .. r("x", {}) end))
print(pcall(function() local s, r = string.sub, string.rep; return r("x", {}) end))
print(pcall(function() return (("x").rep)("x", {}) end))
print(pcall(function() local t = {{string.rep}} return t[1][1]("x", {}) end))
print(pcall(function() return (string.rep or print)("x", {}) end))
-- A library function that is no call of the source is called what the event is.
print(pcall(function() local t = setmetatable({}, {__index = string.rep}) return t.x end))
print(pcall(function() local t = setmetatable({}, {__add = string.rep}) return t + 1 end))
show(function() local t = setmetatable({}, {__index = string.rep}) return t.x end)
-- expect: calls_of_one_line_have_their_names.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	calls_of_one_line_have_their_names.lua:2: in upvalue 'a'
-- expect: 	calls_of_one_line_have_their_names.lua:3: in upvalue 'b'
-- expect: 	calls_of_one_line_have_their_names.lua:5: in field 'f'
-- expect: 	calls_of_one_line_have_their_names.lua:6: in method 'm'
-- expect: 	calls_of_one_line_have_their_names.lua:7: in upvalue 'up'
-- expect: 	calls_of_one_line_have_their_names.lua:8: in function 'glob'
-- expect: 	[C]: in function 'xpcall'
-- expect: 	calls_of_one_line_have_their_names.lua:9: in local 'show'
-- expect: 	calls_of_one_line_have_their_names.lua:10: in main chunk
-- expect: 	[C]: in ?
-- expect: calls_of_one_line_have_their_names.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	calls_of_one_line_have_their_names.lua:2: in upvalue 'a'
-- expect: 	calls_of_one_line_have_their_names.lua:11: in function <calls_of_one_line_have_their_names.lua:11>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	calls_of_one_line_have_their_names.lua:9: in local 'show'
-- expect: 	calls_of_one_line_have_their_names.lua:11: in main chunk
-- expect: 	[C]: in ?
-- expect: calls_of_one_line_have_their_names.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	calls_of_one_line_have_their_names.lua:2: in upvalue 'a'
-- expect: 	calls_of_one_line_have_their_names.lua:12: in function <calls_of_one_line_have_their_names.lua:12>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	calls_of_one_line_have_their_names.lua:9: in local 'show'
-- expect: 	calls_of_one_line_have_their_names.lua:12: in main chunk
-- expect: 	[C]: in ?
-- expect: calls_of_one_line_have_their_names.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	calls_of_one_line_have_their_names.lua:2: in local 'q'
-- expect: 	calls_of_one_line_have_their_names.lua:13: in function <calls_of_one_line_have_their_names.lua:13>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	calls_of_one_line_have_their_names.lua:9: in local 'show'
-- expect: 	calls_of_one_line_have_their_names.lua:13: in main chunk
-- expect: 	[C]: in ?
-- expect: calls_of_one_line_have_their_names.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	calls_of_one_line_have_their_names.lua:2: in upvalue 'a'
-- expect: 	calls_of_one_line_have_their_names.lua:14: in function <calls_of_one_line_have_their_names.lua:14>
-- expect: 	calls_of_one_line_have_their_names.lua:14: in function <calls_of_one_line_have_their_names.lua:14>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	calls_of_one_line_have_their_names.lua:9: in local 'show'
-- expect: 	calls_of_one_line_have_their_names.lua:14: in main chunk
-- expect: 	[C]: in ?
-- expect: false	calls_of_one_line_have_their_names.lua:15: bad argument #1 to 'rep' (number expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:16: bad argument #1 to 'rep' (number expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:17: bad argument #2 to 'r' (number expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:18: bad argument #2 to 'r' (number expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:19: bad argument #2 to 'r' (number expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:20: bad argument #2 to 'rep' (number expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:21: bad argument #2 to 'integer index' (number expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:22: bad argument #2 to 'string.rep' (number expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:24: bad argument #1 to 'index' (string expected, got table)
-- expect: false	calls_of_one_line_have_their_names.lua:25: bad argument #1 to 'add' (string expected, got table)
-- expect: calls_of_one_line_have_their_names.lua:26: bad argument #1 to 'index' (string expected, got table)
-- expect: stack traceback:
-- expect: 	[C]: in function 'string.rep'
-- expect: 	calls_of_one_line_have_their_names.lua:26: in function <calls_of_one_line_have_their_names.lua:26>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	calls_of_one_line_have_their_names.lua:9: in local 'show'
-- expect: 	calls_of_one_line_have_their_names.lua:26: in main chunk
-- expect: 	[C]: in ?
