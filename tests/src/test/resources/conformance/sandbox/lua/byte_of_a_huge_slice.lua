-- policy: untrusted
-- limit: reductions=100M,time=30s
print(pcall(string.byte, ("x"):rep(10000000), 1, -1))
-- expect: false	stack overflow (string slice too long)
