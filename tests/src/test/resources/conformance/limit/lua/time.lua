-- limit: time=200ms
while true do end
-- expect kill: time
