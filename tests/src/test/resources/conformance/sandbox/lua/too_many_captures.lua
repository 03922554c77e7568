-- policy: untrusted
-- limit: reductions=3M,time=30s
print(pcall(string.find, ("a"):rep(50), ("(a"):rep(40) .. (")"):rep(40)))
-- expect: false	too many captures
