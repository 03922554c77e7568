-- reductions: 10072
local P = {}
P.__index = P
function P.new(n) return setmetatable({n = n}, P) end
function P:add(m) self.n = self.n + m return self end
local p = P.new(0)
for i = 1, 5000 do p:add(i) end
print(p.n) -- expect: 12502500
