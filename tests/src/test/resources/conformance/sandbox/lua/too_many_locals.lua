-- policy: untrusted
local names = "a0"
for i = 1, 300 do names = names .. ",a" .. i end
local f, message = load("local " .. names)
print(f, message:match("too many local variables")) -- expect: nil	too many local variables
