-- policy: untrusted
-- limit: reductions=3M,time=30s
print(pcall(table.unpack, {}, 1, 1e8))
-- expect: false	too many results to unpack
