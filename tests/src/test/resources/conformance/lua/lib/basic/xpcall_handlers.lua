print(xpcall(function(...) return ... end, print, 1, 2)) -- expect: true	1	2
print(xpcall(error, function(m) return "handled " .. tostring(m) end, "x")) -- expect: false	handled x
print(xpcall(function() local x = nil + 1 end, function(m) return m:upper() end)) -- expect: false	XPCALL_HANDLERS.LUA:3: ATTEMPT TO PERFORM ARITHMETIC ON A NIL VALUE
print(pcall(xpcall)) -- expect: false	bad argument #2 to 'xpcall' (function expected, got no value)
print(pcall(xpcall, print)) -- expect: false	bad argument #2 to 'xpcall' (function expected, got no value)
