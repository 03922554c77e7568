local x = 1
local x = x + 1
do
  local x = x * 10
  print(x) -- expect: 20
end
print(x) -- expect: 2
local function x() return "function" end
print(x()) -- expect: function
for x = 1, 1 do print(x) end -- expect: 1
print(type(x)) -- expect: function
