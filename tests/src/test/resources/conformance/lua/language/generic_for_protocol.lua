local function iterate(state, control)
  print("step", state, control)
  if control < 3 then return control + 1, "value" .. control end
end
for k, v in iterate, "state", 1 do print(k, v) end
for k in pairs({}) do print(k) end
local t = setmetatable({}, { __call = function(self, _, c) if not c then return 1 elseif c < 2 then return c + 1 end end })
for x in t do print(x) end
-- expect: step	state	1
-- expect: 2	value1
-- expect: step	state	2
-- expect: 3	value2
-- expect: step	state	3
-- expect: 1
-- expect: 2
