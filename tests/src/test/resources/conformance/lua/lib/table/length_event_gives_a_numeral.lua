local function list(length) return setmetatable({"a", "b", "c"}, {__len = function() return length end}) end
for _, length in ipairs {"2", "0x2", "2.0", 2.0} do
  print(table.concat(list(length), ","), table.unpack(list(length)))
end
for _, length in ipairs {"x", 2.5, "2.5", {}, true} do
  print(pcall(table.concat, list(length)))
end
local t = list("1")
table.insert(t, "z")
print(rawlen(t), t[1], t[2], t[3])
-- expect: a,b	a	b
-- expect: a,b	a	b
-- expect: a,b	a	b
-- expect: a,b	a	b
-- expect: false	object length is not an integer
-- expect: false	object length is not an integer
-- expect: false	object length is not an integer
-- expect: false	object length is not an integer
-- expect: false	object length is not an integer
-- expect: 3	a	z	c
