-- policy: untrusted
-- limit: reductions=3M,time=30s
for i = math.mininteger, math.maxinteger do end
-- expect kill: reductions
