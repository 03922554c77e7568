-- policy: untrusted
-- limit: reductions=5M,time=30s
setmetatable({}, {__gc = function() while true do end end})
pcall(collectgarbage)
print("not reached")
-- expect kill: reductions
