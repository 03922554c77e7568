print(table.concat({}), table.concat({ 1, 2.5, "x" }, "-"), table.concat({ 1, 2, 3 }, ",", 2), table.concat({ 1, 2, 3 }, ",", 2, 2)) -- expect: 	1-2.5-x	2,3	2
print(table.concat({ 1, 2, 3 }, ",", 3, 2) == "") -- expect: true
print(pcall(table.concat, { 1, {}, 3 })) -- expect: false	invalid value (table) at index 2 in table for 'concat'
print(pcall(table.concat, { 1, 2 }, ",", 1, 3)) -- expect: false	invalid value (nil) at index 3 in table for 'concat'
print(pcall(table.concat, { true })) -- expect: false	invalid value (boolean) at index 1 in table for 'concat'
print(table.concat(setmetatable({}, { __index = function(_, i) return "i" .. i end, __len = function() return 3 end }), " ")) -- expect: i1 i2 i3
