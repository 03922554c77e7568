-- gsub looks at the number of replacements before the replacement; remove takes nil for no position.
print(pcall(string.gsub, "x", "x", false, {})) -- expect: false	bad argument #4 to 'string.gsub' (number expected, got table)
print(pcall(string.gsub, "x", "x", false, 1)) -- expect: false	bad argument #3 to 'string.gsub' (string/function/table expected, got boolean)
local t = { 1, 2, 3 }
print(table.remove(t, nil), #t) -- expect: 3	2
-- A position capture has no text that could come again.
print(string.find("xx", "()x%1"), string.match("aa", "()%1"), string.find("aa", "(a)%1")) -- expect: nil	nil	1	2	a
