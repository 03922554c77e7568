-- policy: untrusted
-- limit: reductions=3M,time=30s
print(#string.rep("", 1 << 62))
-- expect: 0
