-- policy: untrusted
-- limit: reductions=3M
while true do end
-- expect kill: reductions
