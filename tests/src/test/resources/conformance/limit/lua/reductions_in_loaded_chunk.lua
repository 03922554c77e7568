-- limit: reductions=100000
pcall(load("while true do end"))
-- expect kill: reductions
