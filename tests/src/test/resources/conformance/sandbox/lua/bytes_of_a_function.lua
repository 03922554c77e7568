-- policy: untrusted
print((pcall(string.dump, print))) -- expect: false
