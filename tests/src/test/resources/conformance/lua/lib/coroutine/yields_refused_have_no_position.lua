print(pcall(function() coroutine.yield() end)) -- expect: false	attempt to yield from outside a coroutine
print(coroutine.wrap(function() return pcall(string.gsub, "a", "a", coroutine.yield) end)()) -- expect: false	attempt to yield across a C-call boundary
print(coroutine.wrap(function() return pcall(string.gsub, "a", "a", function() coroutine.yield() end) end)()) -- expect: false	attempt to yield across a C-call boundary
