-- policy: untrusted
print((package.searchpath("passwd", "/etc/?"))) -- expect: nil
