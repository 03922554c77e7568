-- policy: untrusted
while true do print("x") end
-- expect kill: output
