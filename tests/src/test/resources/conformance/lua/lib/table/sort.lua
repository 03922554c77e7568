local function sorted(t, f) table.sort(t, f) return table.concat(t, " ") end
print(sorted { 3, 1, 2 }, sorted { "b", "a" }, sorted {}, sorted { 1 }) -- expect: 1 2 3	a b		1
print(sorted({ 3, 1, 2 }, function(a, b) return a > b end)) -- expect: 3 2 1
print(sorted { 1.5, 1, 2, 0.5 }) -- expect: 0.5 1 1.5 2
print(pcall(table.sort, { 1, "x" })) -- expect: false	attempt to compare string with number
print(pcall(table.sort, { 3, 2, 1, 4 }, 5)) -- expect: false	bad argument #2 to 'table.sort' (function expected, got number)
local big = {}
for i = 1, 500 do big[i] = (i * 7919) % 1009 end
table.sort(big)
local ok = true
for i = 2, #big do ok = ok and big[i - 1] <= big[i] end
print(ok) -- expect: true
print(pcall(table.sort, { 1, 2, 3 }, function(a, b) error("in comparator", 0) end)) -- expect: false	in comparator
