local name = "@chunk.lua"
local source = "local up = 1\nreturn function(x)\n  return up + x.y\nend"
local f = load(source, name)()
local kept = load(string.dump(f))
local stripped = load(string.dump(f, true))
print(debug.getinfo(kept, "S").source, debug.getinfo(kept, "S").linedefined, (debug.getupvalue(kept, 1))) -- expect: @chunk.lua	2	up
print(debug.getinfo(stripped, "S").source, debug.getinfo(stripped, "S").linedefined, (debug.getupvalue(stripped, 1))) -- expect: =?	2	(no name)
print(pcall(kept, {})) -- expect: false	chunk.lua:3: attempt to perform arithmetic on a table value (upvalue 'up')
print((select(2, pcall(stripped, {})):gsub("%(.*", ""))) -- expect: ?:-1: attempt to perform arithmetic on a table value
