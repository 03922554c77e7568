-- policy: untrusted
local function f() return (("a"):gsub("a", f)) end
local ok, message = pcall(f)
print(ok, message:match("stack overflow")) -- expect: false	stack overflow
