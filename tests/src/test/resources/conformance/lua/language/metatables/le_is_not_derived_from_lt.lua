-- oracle: none Debian builds 5.4.4 with LUA_COMPAT_LT_LE
local t = setmetatable({}, { __lt = function() return true end })
print(t < t) -- expect: true
print(pcall(function() return t <= t end)) -- expect: false	le_is_not_derived_from_lt.lua:4: attempt to compare two table values
