local function bytes(s) return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
print(bytes(string.pack("<i4", 1)), bytes(string.pack(">i4", 1)), bytes(string.pack("<i2", -2)), bytes(string.pack("b", -1))) -- expect: 01000000	00000001	feff	ff
print(bytes(string.pack("<i8", math.mininteger)), bytes(string.pack(">I3", 0x010203)), bytes(string.pack("<j", 7))) -- expect: 0000000000000080	010203	0700000000000000
print(string.unpack("<i4", "\1\0\0\0"), string.unpack(">I2", "\1\2"), string.unpack("b", "\255"), string.unpack("B", "\255")) -- expect: 1	258	-1	255	2
print(string.unpack("<i2 >i2", "\1\0\0\1")) -- expect: 1	1	5
print(pcall(string.pack, "i1", 200)) -- expect: false	bad argument #2 to 'string.pack' (integer overflow)
print(pcall(string.pack, "I1", -1)) -- expect: false	bad argument #2 to 'string.pack' (unsigned overflow)
print(pcall(string.unpack, "<i4", "\1\2")) -- expect: false	bad argument #2 to 'string.unpack' (data string too short)
print(pcall(string.unpack, "<i16", ("\255"):rep(15) .. "\1")) -- expect: false	16-byte integer does not fit into Lua Integer
print(string.unpack("<i16", ("\255"):rep(16))) -- expect: -1	17
print(string.packsize("<i4i8"), string.packsize("!8 i4 i8"), string.packsize("<i3 b")) -- expect: 12	16	4
print(pcall(string.pack, "i17", 1)) -- expect: false	integral size (17) out of limits [1,16]
print(pcall(string.packsize, "s")) -- expect: false	bad argument #1 to 'string.packsize' (variable-length format)
