local fs = {}
for i = 1, 3 do fs[#fs + 1] = function() i = i + 1 return i end end
for _, v in ipairs { "a", "b" } do fs[#fs + 1] = function() return v end end
local k = 0
while k < 2 do
  k = k + 1
  local c = k
  fs[#fs + 1] = function() c = c * 10 return c end
end
print(fs[1](), fs[1](), fs[2](), fs[3](), fs[4](), fs[5](), fs[6](), fs[7](), fs[7]()) -- expect: 2	3	3	4	a	b	10	20	200
