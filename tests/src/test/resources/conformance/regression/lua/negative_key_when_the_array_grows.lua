local t = {}
t[2], t[3], t[4] = 2, 3, 4
t[-11] = "below"
t[1] = 1
print(#t, t[-11], t[4]) -- expect: 4	below	4
local s = {}
for i = 1, 64 do s[-i] = i; s[i + 1] = i end
print(s[-64], s[65], s[1]) -- expect: 64	64	nil
