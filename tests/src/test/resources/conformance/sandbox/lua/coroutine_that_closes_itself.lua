-- policy: untrusted
local co
co = coroutine.wrap(function() return pcall(coroutine.close, coroutine.running()) end)
print((co())) -- expect: false
