local mt = { __concat = function(a, b)
  return (type(a) == "table" and a.v or a) .. "&" .. (type(b) == "table" and b.v or b)
end }
local v = setmetatable({ v = "V" }, mt)
print(v .. "x", "x" .. v, 1 .. v, v .. v) -- expect: V&x	x&V	1&V	V&V
print("a" .. "b" .. v .. "c" .. 1) -- expect: abV&c1
