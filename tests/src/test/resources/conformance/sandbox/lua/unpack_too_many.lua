-- policy: untrusted
-- limit: reductions=3M
print(pcall(table.unpack, {}, 1, 1e8))
-- expect: false	too many results to unpack
