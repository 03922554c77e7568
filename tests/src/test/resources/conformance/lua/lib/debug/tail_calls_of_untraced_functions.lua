-- A function that another called last stands in its place, whatever the Java stack still has.
local function a(x) if x then error("deep") end return x end
local function tail1(x) return a(x) end
local function tail2(x) return tail1(x) end
local function top(x) local r = tail2(x) return r end
local function show(f, ...) print(select(2, xpcall(f, debug.traceback, ...))) end
show(top, true)
show(tail2, true)
local callable = setmetatable({}, {__call = function(self) a(true) end, __index = function() return a(true) end})
show(function() return callable() end)
show(function() return callable.x end)
show(function() return pcall(a), a(true) end)
show(function() return (a(true)) end)
local function info() local i = debug.getinfo(2, "nt") return i.name, i.namewhat, i.istailcall end
local function inner() local a, b, c = info() return a, b, c end
local function caller() return inner() end
print(caller())
print((caller()))
print(inner())
local r1, r2, r3 = inner()
print(r1, r2, r3)
-- So the levels of error go by what is left.
local function fail(n) error("at level", n) end
local function middle(n) return fail(n) end
local function outer(n)
  local r = middle(n)
  return r
end
for level = 1, 3 do print(level, pcall(outer, level)) end
local function calls(n) fail(n) end
local function last(n) return calls(n) end
local function first(n)
  local r = last(n)
  return r
end
for level = 1, 4 do print(level, pcall(first, level)) end
-- A library function called last leaves its caller where it is.
local function library(n) return error("from the library", n) end
local function above(n)
  local r = library(n)
  return r
end
for level = 1, 3 do print(level, pcall(above, level)) end
-- expect: tail_calls_of_untraced_functions.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	tail_calls_of_untraced_functions.lua:2: in function <tail_calls_of_untraced_functions.lua:2>
-- expect: 	(...tail calls...)
-- expect: 	tail_calls_of_untraced_functions.lua:5: in function <tail_calls_of_untraced_functions.lua:5>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	tail_calls_of_untraced_functions.lua:6: in local 'show'
-- expect: 	tail_calls_of_untraced_functions.lua:7: in main chunk
-- expect: 	[C]: in ?
-- expect: tail_calls_of_untraced_functions.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	tail_calls_of_untraced_functions.lua:2: in function <tail_calls_of_untraced_functions.lua:2>
-- expect: 	(...tail calls...)
-- expect: 	[C]: in function 'xpcall'
-- expect: 	tail_calls_of_untraced_functions.lua:6: in local 'show'
-- expect: 	tail_calls_of_untraced_functions.lua:8: in main chunk
-- expect: 	[C]: in ?
-- expect: tail_calls_of_untraced_functions.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	tail_calls_of_untraced_functions.lua:2: in upvalue 'a'
-- expect: 	tail_calls_of_untraced_functions.lua:9: in function <tail_calls_of_untraced_functions.lua:9>
-- expect: 	(...tail calls...)
-- expect: 	[C]: in function 'xpcall'
-- expect: 	tail_calls_of_untraced_functions.lua:6: in local 'show'
-- expect: 	tail_calls_of_untraced_functions.lua:10: in main chunk
-- expect: 	[C]: in ?
-- expect: tail_calls_of_untraced_functions.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	tail_calls_of_untraced_functions.lua:2: in function <tail_calls_of_untraced_functions.lua:2>
-- expect: 	(...tail calls...)
-- expect: 	tail_calls_of_untraced_functions.lua:11: in function <tail_calls_of_untraced_functions.lua:11>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	tail_calls_of_untraced_functions.lua:6: in local 'show'
-- expect: 	tail_calls_of_untraced_functions.lua:11: in main chunk
-- expect: 	[C]: in ?
-- expect: tail_calls_of_untraced_functions.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	tail_calls_of_untraced_functions.lua:2: in upvalue 'a'
-- expect: 	tail_calls_of_untraced_functions.lua:12: in function <tail_calls_of_untraced_functions.lua:12>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	tail_calls_of_untraced_functions.lua:6: in local 'show'
-- expect: 	tail_calls_of_untraced_functions.lua:12: in main chunk
-- expect: 	[C]: in ?
-- expect: tail_calls_of_untraced_functions.lua:2: deep
-- expect: stack traceback:
-- expect: 	[C]: in function 'error'
-- expect: 	tail_calls_of_untraced_functions.lua:2: in upvalue 'a'
-- expect: 	tail_calls_of_untraced_functions.lua:13: in function <tail_calls_of_untraced_functions.lua:13>
-- expect: 	[C]: in function 'xpcall'
-- expect: 	tail_calls_of_untraced_functions.lua:6: in local 'show'
-- expect: 	tail_calls_of_untraced_functions.lua:13: in main chunk
-- expect: 	[C]: in ?
-- expect: nil		true
-- expect: nil
-- expect: inner	local	false
-- expect: inner	local	false
-- expect: 1	false	tail_calls_of_untraced_functions.lua:23: at level
-- expect: 2	false	tail_calls_of_untraced_functions.lua:26: at level
-- expect: 3	false	at level
-- expect: 1	false	tail_calls_of_untraced_functions.lua:23: at level
-- expect: 2	false	tail_calls_of_untraced_functions.lua:30: at level
-- expect: 3	false	tail_calls_of_untraced_functions.lua:33: at level
-- expect: 4	false	at level
-- expect: 1	false	tail_calls_of_untraced_functions.lua:38: from the library
-- expect: 2	false	tail_calls_of_untraced_functions.lua:40: from the library
-- expect: 3	false	from the library
