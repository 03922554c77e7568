-- policy: untrusted
print((pcall(os.date, ("%c"):rep(1000000)))) -- expect: false
