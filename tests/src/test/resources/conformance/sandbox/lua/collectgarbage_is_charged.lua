-- policy: untrusted
-- limit: reductions=300K,time=30s
while true do collectgarbage() end
-- expect kill: reductions
