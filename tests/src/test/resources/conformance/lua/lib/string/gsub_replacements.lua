print(("hello world"):gsub("o", "0")) -- expect: hell0 w0rld	2
print(("hello world"):gsub("o", "0", 1)) -- expect: hell0 world	1
print(("hello"):gsub("", "-")) -- expect: -h-e-l-l-o-	6
print(("hello world"):gsub("%w+", "<%0>")) -- expect: <hello> <world>	2
print(("hello world"):gsub("(%w+) (%w+)", "%2 %1")) -- expect: world hello	1
print(("abc"):gsub("%w", { a = "1", b = "B", c = false })) -- expect: 1Bc	3
print(("abc"):gsub("%w", function(c) if c == "b" then return nil end return c:upper() end)) -- expect: AbC	3
print(("abc"):gsub("(a)(b)", function(x, y) return y .. x end)) -- expect: bac	1
print(("100%"):gsub("%%", " percent")) -- expect: 100 percent	1
print(("x = 1"):gsub("%s*", "")) -- expect: x=1	4
print(("abc"):gsub("^a", "x"), ("aaa"):gsub("^a", "x"), ("abc"):gsub("c$", "x")) -- expect: xbc	xaa	abx	1
print(("a b c"):gsub("%s", "%%")) -- expect: a%b%c	2
print(pcall(string.gsub, "x", "x", function() return {} end)) -- expect: false	invalid replacement value (a table)
print(pcall(string.gsub, "x", "x")) -- expect: false	bad argument #3 to 'string.gsub' (string/function/table expected, got no value)
print(pcall(string.gsub, "x", "x", true)) -- expect: false	bad argument #3 to 'string.gsub' (string/function/table expected, got boolean)
print(("abc"):gsub("b", 5), ("abc"):gsub(".", { a = 1.5 }), ("x"):gsub("x", "y", 0)) -- expect: a5c	1.5bc	x	0
