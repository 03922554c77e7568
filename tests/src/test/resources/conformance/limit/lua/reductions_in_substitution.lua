-- limit: reductions=100000
pcall(string.gsub, "abc", "%w", function() while true do end end)
-- expect kill: reductions
