local log = {}
local t = setmetatable({ known = 1 }, { __newindex = function(self, k, v) rawset(self, k, v .. "!") log[#log + 1] = k end })
t.known = 2
t.fresh = "a"
t.fresh = "b"
print(t.known, t.fresh, table.concat(log, " ")) -- expect: 2	b	fresh
local store = {}
local proxy = setmetatable({}, { __newindex = store })
proxy.x = 1
print(rawget(proxy, "x"), store.x) -- expect: nil	1
local readonly = setmetatable({}, { __newindex = function(_, k) error("field '" .. k .. "' is read-only", 2) end })
print(pcall(function() readonly.x = 1 end)) -- expect: false	newindex.lua:12: field 'x' is read-only
