local t = { 1, 2, 3 }
table.insert(t, 4)
table.insert(t, 1, 0)
table.insert(t, #t + 1, 5)
print(table.concat(t, " ")) -- expect: 0 1 2 3 4 5
print(table.remove(t), table.remove(t, 1), table.remove(t, 2), table.concat(t, " ")) -- expect: 5	0	2	1 3 4
print(table.remove({}), #t, table.remove(t, #t + 1), table.remove({}, 0)) -- expect: nil	3	nil	nil
print(pcall(table.insert, t, 10, 1)) -- expect: false	bad argument #2 to 'table.insert' (position out of bounds)
print(pcall(table.insert, t, 0, 1)) -- expect: false	bad argument #2 to 'table.insert' (position out of bounds)
print(pcall(table.insert, t)) -- expect: false	wrong number of arguments to 'insert'
print(pcall(table.insert, t, 1, 2, 3)) -- expect: false	wrong number of arguments to 'insert'
print(pcall(table.insert, nil, 1)) -- expect: false	bad argument #1 to 'table.insert' (table expected, got nil)
print(pcall(table.remove, t, 10)) -- expect: false	bad argument #1 to 'table.remove' (position out of bounds)
print(pcall(table.insert, 5, 1)) -- expect: false	bad argument #1 to 'table.insert' (table expected, got number)
