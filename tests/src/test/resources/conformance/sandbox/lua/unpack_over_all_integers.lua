-- policy: untrusted
-- limit: reductions=3M
print(pcall(table.unpack, {}, math.mininteger, math.maxinteger))
-- expect: false	too many results to unpack
