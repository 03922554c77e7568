-- policy: untrusted
-- limit: reductions=100M,time=30s
return string.gsub(("a"):rep(1000000), "", ("b"):rep(1000))
-- expect kill: memory|value
