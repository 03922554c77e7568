local n = 100000
local function down() if n == 0 then return "bottom" end n = n - 1 return down() end
down = down
local object = setmetatable({}, { __call = function(self, k) if k == 0 then return "done" end return self(k - 1) end })
print(object(20000)) -- expect: done
print(down()) -- expect: bottom
