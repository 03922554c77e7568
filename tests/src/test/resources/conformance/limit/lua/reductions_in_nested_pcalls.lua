-- limit: reductions=100000
local function guard() while true do pcall(guard) end end
guard()
-- expect kill: reductions
