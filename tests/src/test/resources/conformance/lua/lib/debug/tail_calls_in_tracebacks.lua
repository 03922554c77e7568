local _ = debug.sethook
local function f(x) print(debug.traceback("here")) end
local function g(x) return f(x) end
local function h(x) g(x) end
h(1)
local function count(n)
  if n == 0 then return debug.getinfo(1, "t").istailcall, debug.getinfo(2, "S").what end
  return count(n - 1)
end
print(count(1000))
-- expect: here
-- expect: stack traceback:
-- expect: 	tail_calls_in_tracebacks.lua:2: in function <tail_calls_in_tracebacks.lua:2>
-- expect: 	(...tail calls...)
-- expect: 	tail_calls_in_tracebacks.lua:4: in local 'h'
-- expect: 	tail_calls_in_tracebacks.lua:5: in main chunk
-- expect: 	[C]: in ?
-- expect: true	main
