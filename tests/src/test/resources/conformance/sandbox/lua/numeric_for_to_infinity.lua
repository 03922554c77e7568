-- policy: untrusted
-- limit: reductions=3M,time=30s
for i = 1, math.huge do end
-- expect kill: reductions
