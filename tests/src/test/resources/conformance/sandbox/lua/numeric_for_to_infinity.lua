-- policy: untrusted
-- limit: reductions=3M
for i = 1, math.huge do end
-- expect kill: reductions
