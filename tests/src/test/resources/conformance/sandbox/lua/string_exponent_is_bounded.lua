-- policy: untrusted
-- limit: reductions=100M,time=30s
print(("1e" .. ("9"):rep(1000000)) + 0)
-- expect: inf
