debug.sethook(function() error("too long", 0) end, "", 1000)
print(pcall(function() while true do end end)) -- expect: false	too long
debug.sethook()
print(pcall(function() for i = 1, 10000 do end return "done" end)) -- expect: true	done
