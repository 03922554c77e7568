local t = table.pack(1, nil, 3)
print(t.n, t[1], t[2], t[3]) -- expect: 3	1	nil	3
print(table.unpack({ 1, 2, 3 }), table.unpack({ 1, 2 }, 2), table.unpack({}, 1, 2)) -- expect: 1	2	nil	nil
print(table.unpack({ 1, 2, 3 }, 2, 3)) -- expect: 2	3
print(select("#", table.unpack({}, 1, 200))) -- expect: 200
print(table.unpack({ 1 }, 2, 1)) -- expect: 
print(pcall(table.unpack, {}, 1, 1e8)) -- expect: false	too many results to unpack
print(pcall(table.unpack)) -- expect: false	attempt to get length of a nil value
print(table.unpack({ 1, 2 }, -1, 1)) -- expect: nil	nil	1
