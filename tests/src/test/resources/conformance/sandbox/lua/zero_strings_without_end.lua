-- policy: untrusted
-- limit: reductions=3M,time=30s
local s = ("x"):rep(1000000)
while true do pcall(string.unpack, "z", s) end
-- expect kill: reductions
