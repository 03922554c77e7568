-- policy: untrusted
-- limit: reductions=3M,time=30s
while true do string.format("%99.99f", 1e308) end
-- expect kill: reductions
