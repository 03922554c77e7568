-- policy: untrusted
-- limit: reductions=100M,time=30s
while true do io.stderr:write(("x"):rep(10000)) end
-- expect kill: output
