local A = {} A.__index = A
function A.new(x) return setmetatable({ x = x }, A) end
function A:value() return self.x end
local B = setmetatable({}, { __index = A }) B.__index = B
function B.new(x) local o = A.new(x) return setmetatable(o, B) end
function B:value() return A.value(self) * 2 end
local C = setmetatable({}, { __index = B }) C.__index = C
print(A.new(1):value(), B.new(2):value(), setmetatable({ x = 3 }, C):value()) -- expect: 1	4	6
