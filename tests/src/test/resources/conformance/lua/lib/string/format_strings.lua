print(("%s %10s| %-10s| %.2s %s %s"):format("x", "right", "left", "truncate", nil, true))
print(("%q"):format('a "quoted"\n\0\r\t\\ text\200'))
print(("%q %q %q %q"):format(1, 1.5, math.mininteger, 0.1))
print(("%q %q %q"):format(1/0, -1/0, true))
print(("%s"):format(setmetatable({}, { __tostring = function() return "meta" end })))
print(("%-5s|%5s|"):format("ab", "cd"), ("%s %s"):format(1, 1.0))
print(pcall(string.format, "%q", {}))
print(pcall(string.format, "%s"))
print(pcall(string.format, "%y", 1))
print(pcall(string.format, "%", 1))
print(pcall(string.format, "%99999d", 1))
print(pcall(string.format, "%.123d", 1))
print(pcall(string.format, "%c", "x"))
print(("%s"):format("a\0b"):len(), pcall(string.format, "%10s", "a\0b"))
-- expect: x      right| left      | tr nil true
-- expect: "a \"quoted\"\
-- expect: \0\13\9\\ text�"
-- expect: 1 0x1.8p+0 0x8000000000000000 0x1.999999999999ap-4
-- expect: 1e9999 -1e9999 true
-- expect: meta
-- expect: ab   |   cd|	1 1.0
-- expect: false	bad argument #2 to 'string.format' (value has no literal form)
-- expect: false	bad argument #2 to 'string.format' (no value)
-- expect: false	invalid conversion '%y' to 'format'
-- expect: false	invalid conversion '%' to 'format'
-- expect: false	invalid conversion specification: '%99999d'
-- expect: false	invalid conversion specification: '%.123d'
-- expect: false	bad argument #2 to 'string.format' (number expected, got string)
-- expect: 3	false	bad argument #2 to 'string.format' (string contains zeros)
