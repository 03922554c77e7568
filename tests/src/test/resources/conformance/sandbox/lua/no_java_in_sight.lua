-- policy: untrusted
-- limit: reductions=3M,time=30s
print(luajava, java, Packages)
-- expect: nil	nil	nil
