local function deep(n) return 1 + deep(n + 1) end
local ok, message = pcall(deep, 1)
print(ok, message:match("stack overflow") ~= nil) -- expect: false	true
print(pcall(function() return "still fine" end)) -- expect: true	still fine
