-- reductions: 3897
local s = ""
for i = 1, 2000 do s = s .. i end
print(#s, #s:rep(10), #s:upper(), (s:find("1999"))) -- expect: 6893	68930	6893	6886
