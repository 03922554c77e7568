-- policy: untrusted
-- limit: reductions=300K,time=8s
while true do collectgarbage() end
-- expect kill: reductions|time
