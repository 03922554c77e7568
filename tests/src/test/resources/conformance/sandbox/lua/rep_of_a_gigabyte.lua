-- policy: untrusted
-- limit: reductions=3M
return string.rep("x", 1000000000)
-- expect kill: memory|value
