print(debug.traceback("message", 100))
print(debug.traceback(coroutine.create(print), "message", 5))
print(pcall(debug.getinfo, 1, ">S"))
print(debug.setcstacklimit(300), pcall(debug.setcstacklimit, {}))
-- expect: message
-- expect: stack traceback:
-- expect: message
-- expect: stack traceback:
-- expect: false	bad argument #2 to 'debug.getinfo' (invalid option '>')
-- expect: 200	false	bad argument #1 to 'debug.setcstacklimit' (number expected, got table)
