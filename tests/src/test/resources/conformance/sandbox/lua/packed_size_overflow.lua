-- policy: untrusted
print(pcall(string.packsize, ("s1"):rep(10))) -- expect: false	bad argument #1 to 'string.packsize' (variable-length format)
print((pcall(string.packsize, ("c999999999"):rep(1000)))) -- expect: false
