local t = setmetatable({}, { __metatable = "locked" })
print(getmetatable(t)) -- expect: locked
print(getmetatable("").__index == string, getmetatable("").__name) -- expect: true	nil
print(pcall(setmetatable, t, {})) -- expect: false	cannot change a protected metatable
