print(pcall(function() return setmetatable({}, { __add = 34 }) + 1 end)) -- expect: false	metamethod_that_cannot_be_called.lua:1: attempt to call a number value (metamethod 'add')
print(pcall(function() return setmetatable({}, { __lt = {} }) < 1 end)) -- expect: false	metamethod_that_cannot_be_called.lua:2: attempt to call a table value (metamethod 'lt')
print(pcall(function() return #setmetatable({}, { __len = 1 }) end)) -- expect: false	metamethod_that_cannot_be_called.lua:3: attempt to call a number value (metamethod 'len')
print(pcall(function() return setmetatable({}, { __concat = true }) .. "x" end)) -- expect: false	metamethod_that_cannot_be_called.lua:4: attempt to call a boolean value (metamethod 'concat')
