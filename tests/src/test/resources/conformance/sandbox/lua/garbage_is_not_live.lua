-- policy: untrusted
-- limit: reductions=100M,time=30s
for i = 1, 1000000 do local g = { i } end
print("ok")
-- expect: ok
