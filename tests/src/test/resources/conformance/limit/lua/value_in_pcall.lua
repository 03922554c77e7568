-- limit: value=100000
while true do pcall(string.rep, "x", 200000) end
-- expect kill: value
