-- policy: untrusted
-- limit: reductions=3M,time=30s
while true do end
-- expect kill: reductions
