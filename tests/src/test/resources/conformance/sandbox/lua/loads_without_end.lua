-- policy: untrusted
-- limit: reductions=300K,time=15s
for i = 1, 10000000 do load("return " .. i) end
-- expect kill: reductions|time|memory
