-- policy: untrusted
-- limit: reductions=3M,time=30s
string.format = nil
print(pcall(error, "x"))
-- expect: false	x
