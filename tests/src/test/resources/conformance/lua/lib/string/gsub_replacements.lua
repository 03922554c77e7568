print(("hello world"):gsub("o", "0")) -- expect: hell0 w0rld	2
print(("hello world"):gsub("o", "0", 1)) -- expect: hell0 world	1
print(("hello"):gsub("", "-")) -- expect: -h-e-l-l-o-	6
print(("hello world"):gsub("%w+", "<%0>")) -- expect: <hello> <world>	2
print(("hello world"):gsub("(%w+) (%w+)", "%2 %1")) -- expect: world hello	1
print(("abc"):gsub("%w", { a = "1", b = true, c = false }))
print(("abc"):gsub("%w", function(c) if c == "b" then return nil end return c:upper() end))
print(("abc"):gsub("(a)(b)", function(x, y) return y .. x end))
print(("100%"):gsub("%%", " percent"))
print(("x = 1"):gsub("%s*", ""))
print(("abc"):gsub("^a", "x"), ("aaa"):gsub("^a", "x"), ("abc"):gsub("c$", "x"))
print(("a b c"):gsub("%s", "%%"))
print(pcall(string.gsub, "x", "x", function() return {} end))
print(pcall(string.gsub, "x", "x"))
print(pcall(string.gsub, "x", "x", true))
print(("abc"):gsub("b", 5), ("abc"):gsub(".", { a = 1.5 }), ("x"):gsub("x", "y", 0))
-- expect error: gsub_replacements.lua:6: invalid replacement value (a boolean)
