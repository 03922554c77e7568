io.write("a", 1, 2.5, "\n")
print(io.write("") == io.stdout, io.type(io.stdout), io.type(5))
io.stdout:write("x", "y", "\n")
print(pcall(io.write, {}))
print(tostring(io.stdout):match("^file %(") ~= nil)
-- expect: a12.5
-- expect: true	file	nil
-- expect: xy
-- expect: false	bad argument #1 to 'io.write' (string expected, got table)
-- expect: true
