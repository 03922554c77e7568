local function show(t) print(table.concat(t, " ")) end
show(table.move({ 1, 2, 3 }, 1, 3, 2))
show(table.move({ 1, 2, 3 }, 2, 3, 1))
show(table.move({ 1, 2, 3 }, 1, 3, 1, { 9, 9, 9, 9 }))
show(table.move({ 1, 2, 3 }, 1, 0, 5))
print(pcall(table.move, { 1 }, 1, math.maxinteger, 2))
print(pcall(table.move, {}, 1, 2))
-- expect: 1 1 2 3
-- expect: 2 3 3
-- expect: 1 2 3 9
-- expect: 1 2 3
-- expect: false	bad argument #4 to 'table.move' (destination wrap around)
-- expect: false	bad argument #4 to 'table.move' (number expected, got no value)
