print(("%d %5d %-5d| %05d %+d % d %i"):format(42, 42, 42, 42, 42, 42, 42)) -- expect: 42    42 42   | 00042 +42  42 42
print(("%x %X %#x %o %#o %c%c %u"):format(255, 255, 255, 8, 8, 72, 105, 7)) -- expect: ff FF 0xff 10 010 Hi 7
print(("%x"):format(-1), ("%.3d"):format(5), ("%8.3d|"):format(5), ("%d"):format(3.0), ("%d"):format("10")) -- expect: ffffffffffffffff	005	     005|	3	10
print(pcall(string.format, "%d", 3.5)) -- expect: false	bad argument #2 to 'string.format' (number has no integer representation)
print(pcall(string.format, "%d", "x")) -- expect: false	bad argument #2 to 'string.format' (number expected, got string)
print(pcall(string.format, "%d")) -- expect: false	bad argument #2 to 'string.format' (no value)
print(("%%"):format(), ("%5%"):len() == 0) -- expect: %	false
