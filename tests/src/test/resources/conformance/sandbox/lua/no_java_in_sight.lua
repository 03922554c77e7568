-- policy: untrusted
-- limit: reductions=3M
print(luajava, java, Packages)
-- expect: nil	nil	nil
