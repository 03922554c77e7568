-- reductions: 51140
local co = coroutine.wrap(function() for i = 1, 500 do coroutine.yield(i) end return "end" end)
local s = 0
for i = 1, 500 do s = s + co() end
print(s, co()) -- expect: 125250	end
