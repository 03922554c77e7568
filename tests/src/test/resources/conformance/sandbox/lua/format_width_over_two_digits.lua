-- policy: untrusted
-- limit: reductions=3M,time=30s
print(pcall(string.format, "%99999d", 1))
-- expect: false	invalid conversion specification: '%99999d'
