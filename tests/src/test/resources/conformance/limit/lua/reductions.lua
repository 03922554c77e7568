-- limit: reductions=100000
while true do end
-- expect kill: reductions
