-- policy: untrusted
-- limit: reductions=3M,time=30s
return string.rep("x", 1000000000)
-- expect kill: memory|value
