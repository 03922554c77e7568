-- Keys far apart take no more memory than keys close together, however often the table grows.
local t = {}
for i = 0, 62 do t[1 << i] = i end
print(t[1], t[2], t[1 << 40], t[1 << 62]) -- expect: 0	1	40	62
for i = 0, 61 do t[3 << i] = i end
print(t[3], t[3 << 50], t[6], t[5]) -- expect: 0	50	1	nil
