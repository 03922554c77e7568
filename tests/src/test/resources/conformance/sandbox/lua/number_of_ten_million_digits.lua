-- policy: untrusted
print(tonumber(("9"):rep(10000000))) -- expect: inf
