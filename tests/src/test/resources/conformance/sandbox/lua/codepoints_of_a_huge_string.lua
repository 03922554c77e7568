-- policy: untrusted
local ok, message = pcall(utf8.codepoint, ("a"):rep(10000000), 1, -1)
print(ok, message) -- expect: false	stack overflow (string slice too long)
