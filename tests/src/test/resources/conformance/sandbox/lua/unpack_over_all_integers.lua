-- policy: untrusted
-- limit: reductions=3M,time=30s
print(pcall(table.unpack, {}, math.mininteger, math.maxinteger))
-- expect: false	too many results to unpack
