-- policy: untrusted
-- limit: reductions=3M
print(#string.rep("", 1 << 62))
-- expect: 0
