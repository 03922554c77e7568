-- limit: reductions=1M
local s = ("a"):rep(3000)
pcall(string.find, s, ("a*"):rep(8) .. "b")
-- expect kill: reductions
