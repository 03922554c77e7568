-- '#' where there are holes: which border it is, programs take from the reference implementation.
local function results(...)
  return ...
end
print(#{ nil, nil, 3 }, #{ 1, nil, 3 }, #{ 1, nil, 3, nil, nil }, #{ 1, 2, 3, nil, 5, nil }) -- expect: 3	3	1	5
print(#{ results(1, nil, nil, 4) }, #{ results(1, nil, 3, nil) }, #{ results(nil, nil) }) -- expect: 4	3	0
print(#table.pack(1, nil, 3), #table.pack(1, nil, 3, nil), #table.pack()) -- expect: 3	3	0
print(select("#", table.unpack(table.pack(nil, 2, nil)))) -- expect: 2
print(#{ [1] = 1, [3] = 3, [4] = 4 }, #{ [5] = "x", "a", nil, nil, "d" }) -- expect: 1	5
-- An array that is filled from 2 on, backwards, or with gaps that close.
local from2 = {}
for i = 2, 9 do
  from2[i] = i
end
print(#from2) -- expect: 9
from2[1] = 1
print(#from2) -- expect: 9
local backwards = {}
for i = 20, 1, -1 do
  backwards[i] = i
end
print(#backwards, table.concat(backwards, " ")) -- expect: 20	1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
local gaps = {}
for _, i in ipairs({ 1, 3, 4, 5 }) do
  gaps[i] = i
end
print(#gaps, table.unpack(gaps)) -- expect: 5	1	nil	3	4	5
