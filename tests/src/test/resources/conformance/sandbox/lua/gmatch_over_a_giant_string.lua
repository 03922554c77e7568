-- policy: untrusted
-- limit: reductions=3M,time=30s
for _ in string.gmatch(("a"):rep(100000000), "") do end
-- expect kill: memory|reductions|value
