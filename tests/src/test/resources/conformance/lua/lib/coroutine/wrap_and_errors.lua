local f = coroutine.wrap(function() coroutine.yield(1) error("oops") end)
print(f()) -- expect: 1
print(pcall(f)) -- expect: false	wrap_and_errors.lua:1: oops
print(pcall(f)) -- expect: false	cannot resume dead coroutine
local g = coroutine.wrap(function() error({ code = 1 }) end)
local ok, e = pcall(g)
print(ok, type(e), e.code) -- expect: false	table	1
print(pcall(coroutine.create, 5)) -- expect: false	bad argument #1 to 'coroutine.create' (function expected, got number)
print(pcall(coroutine.resume, nil)) -- expect: false	bad argument #1 to 'coroutine.resume' (thread expected, got nil)
print(pcall(coroutine.wrap(function() return 1, 2 end))) -- expect: true	1	2
print(coroutine.resume(coroutine.create(function() local x = nil; x() end))) -- expect: false	wrap_and_errors.lua:11: attempt to call a nil value (local 'x')
