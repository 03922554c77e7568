-- policy: untrusted
-- limit: reductions=3M,time=30s
print(#string.format("%.99f", 1e308))
-- expect: 409
