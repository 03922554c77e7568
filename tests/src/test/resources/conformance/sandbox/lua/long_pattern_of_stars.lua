-- policy: untrusted
-- limit: reductions=3M,time=30s
print(pcall(string.find, ("a"):rep(200000), ("a*"):rep(200) .. "b"))
-- expect: false	pattern too complex
