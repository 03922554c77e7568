-- policy: untrusted
-- limit: reductions=3M,time=30s
local t = setmetatable({}, { __name = ("x"):rep(1000000) })
while true do pcall(function() return t + 1 end) end
-- expect kill: reductions
