-- limit: output=10
while true do pcall(io.write, "xxx") end
-- expect kill: output
