local function bytes(s) return (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end)) end
print(bytes(string.pack("z", "hi")), bytes(string.pack("<s2", "abc")), bytes(string.pack("s1", "")), bytes(string.pack("c5", "abc"))) -- expect: 686900	0300616263	00	6162630000
print(bytes(string.pack(">d", 1.5)), bytes(string.pack("<f", -2)), bytes(string.pack(">n", 0.1))) -- expect: 3ff8000000000000	000000c0	3fb999999999999a
print(string.unpack("z", "hi\0rest"), string.unpack("<s2", "\3\0abcd"), string.unpack("c3", "abcdef"), string.unpack(">d", string.pack(">d", 1/3))) -- expect: hi	abc	abc	0.33333333333333	9
print(string.unpack("<f", string.pack("<f", 0.5)), string.unpack("z", "\0"), string.unpack("<I2", "\0\1\2\3", 3)) -- expect: 0.5		770	5
print(pcall(string.pack, "z", "a\0b")) -- expect: false	bad argument #2 to 'string.pack' (string contains zeros)
print(pcall(string.pack, "c2", "abc")) -- expect: false	bad argument #2 to 'string.pack' (string longer than given size)
print(pcall(string.unpack, "z", "abc")) -- expect: false	bad argument #2 to 'string.unpack' (unfinished string for format 'z')
print(pcall(string.unpack, "c5", "abc")) -- expect: false	bad argument #2 to 'string.unpack' (data string too short)
print(pcall(string.pack, "y", 1)) -- expect: false	invalid format option 'y'
print(string.unpack("<!4 b i4", string.pack("<!4 b i4", 1, 2))) -- expect: 1	2	9
print(bytes(string.pack("<b x i2 Xi4", 1, 2))) -- expect: 01000200
