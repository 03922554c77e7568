-- policy: untrusted
-- limit: reductions=3M
string.format = nil
print(pcall(error, "x"))
-- expect: false	x
