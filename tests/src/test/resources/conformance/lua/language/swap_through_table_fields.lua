local t = { x = 1, y = 2 }
t.x, t.y = t.y, t.x
print(t.x, t.y) -- expect: 2	1
local list = { 1, 2, 3 }
list[1], list[2], list[3] = list[3], list[1], list[2]
print(table.concat(list, " ")) -- expect: 3 1 2
