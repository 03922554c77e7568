local mt = getmetatable("")
local old = mt.__index
mt.__index = function(s, k) if type(k) == "number" then return old.sub(s, k, k) end return old[k] end
print(("hello")[1], ("hello")[5], ("hello"):upper()) -- expect: h	o	HELLO
mt.__index = old
mt.__add = function(a, b) return "added" end
print("x" + 1, "1" + "2") -- expect: added	added
mt.__add = nil
