local t = setmetatable({}, { __lt = function() return true end })
print(t < t) -- expect: true
print(pcall(function() return t <= t end)) -- expect: true	false
