-- limit: reductions=100000
for _ in function() return true end do end
-- expect kill: reductions
