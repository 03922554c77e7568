-- By its type, not by the name in its metatable, as gsub does.
local named = setmetatable({}, {__name = "Named"})
print(pcall(table.concat, {1, named})) -- expect: false	invalid value (table) at index 2 in table for 'concat'
print(pcall(table.concat, named, named)) -- expect: false	bad argument #2 to 'table.concat' (string expected, got Named)
print(pcall(string.gsub, "a", "a", function() return named end)) -- expect: false	invalid replacement value (a table)
print(pcall(string.gsub, "a", "a", named)) -- expect: true	a	1
