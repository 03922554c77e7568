-- policy: untrusted
-- limit: reductions=100M
print(pcall(string.byte, ("x"):rep(10000000), 1, -1))
-- expect: false	stack overflow (string slice too long)
