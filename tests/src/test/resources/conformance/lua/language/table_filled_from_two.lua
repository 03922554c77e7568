-- An array may be filled from 2 on or from its end: nothing is lost when its keys move together.
local from_two = {}
for i = 2, 1000 do from_two[i] = i end
print(from_two[1], from_two[2], from_two[1000], from_two[1001]) -- expect: nil	2	1000	nil
from_two[1] = 1
print(#from_two) -- expect: 1000
local backwards = { name = "x" }
for i = 500, 1, -1 do backwards[i] = i end
local sum = 0
for _, v in ipairs(backwards) do sum = sum + v end
print(#backwards, sum, backwards.name) -- expect: 500	125250	x
for i = 1, 500 do backwards[i] = nil end
print(next(backwards)) -- expect: name	x
