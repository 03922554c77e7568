-- policy: untrusted
-- limit: reductions=3M
for i = math.mininteger, math.maxinteger do end
-- expect kill: reductions
