-- policy: untrusted
-- limit: reductions=3M,time=30s
print(pcall(string.rep, "x", 1 << 62, "yy"))
-- expect: false	resulting string too large
