-- policy: untrusted
-- limit: reductions=3M
print(pcall(string.find, ("a"):rep(200000), ("a*"):rep(200) .. "b"))
-- expect: false	pattern too complex
