local file = io.tmpfile()
file:write("1\n2\n")
file:seek("set")
local next_line = file:lines("n")
print(select("#", next_line()), select("#", next_line()), select("#", next_line())) -- expect: 1	1	0
print(pcall(file.read, file, -1)) -- expect: false	not enough memory
local name = os.tmpname()
local lines = io.lines(name)
print(select("#", lines())) -- expect: 0
print(pcall(lines)) -- expect: false	file is already closed
os.remove(name)
