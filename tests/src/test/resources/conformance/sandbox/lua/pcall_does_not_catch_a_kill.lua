-- policy: untrusted
-- limit: reductions=3M,time=30s
while true do
  pcall(function() while true do end end)
end
-- expect kill: reductions
