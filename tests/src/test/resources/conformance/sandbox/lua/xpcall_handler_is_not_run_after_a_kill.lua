-- policy: untrusted
-- limit: reductions=3M,time=30s
xpcall(function() while true do end end, function() print("handler") end)
print("after")
-- expect kill: reductions
