-- policy: untrusted
print(string.unpack("b", "\255", math.mininteger)) -- expect: -1	2
print((pcall(string.unpack, "b", "\255", math.maxinteger))) -- expect: false
