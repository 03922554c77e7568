-- policy: standard
-- limit: time=300ms
while true do end
-- expect kill: time
