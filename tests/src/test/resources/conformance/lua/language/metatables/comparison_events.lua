local mt = {
  __lt = function(a, b) return a.v < b.v end,
  __le = function(a, b) return a.v <= b.v end,
  __eq = function(a, b) return a.v == b.v end,
}
local function new(v) return setmetatable({ v = v }, mt) end
local a, b, c = new(1), new(2), new(1)
print(a < b, a > b, a <= c, a >= b, a == c, a ~= b, a == 1) -- expect: true	false	true	false	true	true	false
print(rawequal(a, c), rawequal(a, a)) -- expect: false	true
local odd = setmetatable({}, { __lt = function() return 1 end, __eq = function() return nil end })
print(odd < 5, 5 < odd, odd == setmetatable({}, { __eq = function() return "yes" end })) -- expect: true	true	false
print(pcall(function() return a < 5 end)) -- expect: false	comparison_events.lua:2: attempt to index a number value (local 'b')
