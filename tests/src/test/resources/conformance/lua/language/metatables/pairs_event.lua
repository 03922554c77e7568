local t = setmetatable({}, { __pairs = function(self)
  return function(_, k) k = (k or 0) + 1 if k <= 3 then return k, k * k end end, self, nil
end })
for k, v in pairs(t) do io.write(k, "=", v, " ") end
print()
local proxy = setmetatable({}, { __index = function(_, i) if i <= 4 then return i * 10 end end })
for i, v in ipairs(proxy) do io.write(i, "=", v, " ") end
print()
-- expect: 1=1 2=4 3=9
-- expect: 1=10 2=20 3=30 4=40
