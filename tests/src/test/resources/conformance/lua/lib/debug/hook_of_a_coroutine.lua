local events = {}
local co = coroutine.create(function() coroutine.yield(10) return 20 end)
local function hook(event) events[#events + 1] = event end
debug.sethook(co, hook, "clr")
print(debug.gethook(co) == hook, debug.gethook()) -- expect: true	nil
repeat until not coroutine.resume(co)
print(table.concat(events, " ")) -- expect: call line call return return
