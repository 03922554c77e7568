-- policy: untrusted
-- limit: reductions=300K,time=30s
for i = 1, 10000000 do load("return " .. i) end
-- expect kill: reductions|memory
