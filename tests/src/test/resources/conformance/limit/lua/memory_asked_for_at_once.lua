-- limit: memory=16M,time=20s
pcall(string.rep, "x", 1 << 30)
print("not reached")
-- expect kill: memory
