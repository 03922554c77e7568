-- policy: untrusted
-- limit: reductions=3M,time=30s
print(pcall(load("for i = 1, 3, 0 do end")))
-- expect: false	[string "for i = 1, 3, 0 do end"]:1: 'for' step is zero
