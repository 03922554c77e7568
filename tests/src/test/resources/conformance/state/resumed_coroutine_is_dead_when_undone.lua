local function count() for i = 1, 10 do coroutine.yield(i) end end
a, b = coroutine.create(count), coroutine.create(count)
print(coroutine.resume(a)) -- expect: true	1
-- next evaluation
print(coroutine.resume(a)) -- expect: true	2
error() -- expect error: (error object is a nil value)
-- next evaluation
print(coroutine.status(a), coroutine.resume(a)) -- expect: dead	false	cannot resume dead coroutine
print(coroutine.status(b), coroutine.resume(b)) -- expect: suspended	true	1
