print(string.pack("b\0b", 1, 2):byte(1, -1)) -- expect: 1
print(string.packsize("i4\0i4"), string.unpack("b\0b", "\1\2")) -- expect: 4	1	2
print(pcall(string.pack, "X\0b", 1)) -- expect: false	bad argument #1 to 'string.pack' (invalid next option for option 'X')
