print(tostring(setmetatable({}, { __tostring = function() return "custom" end }))) -- expect: custom
print(tostring(setmetatable({}, { __name = "Point" })):match("^Point: ") ~= nil) -- expect: true
print(pcall(tostring, setmetatable({}, { __tostring = function() return 1 end }))) -- expect: true	1
print(pcall(function() return setmetatable({}, { __name = "Point" }) + 1 end)) -- expect: false	tostring_and_name.lua:4: attempt to perform arithmetic on a Point value
print(pcall(function() return #setmetatable({}, { __name = "Point" }) < {} end)) -- expect: false	tostring_and_name.lua:5: attempt to compare number with table
print(pcall(string.rep, setmetatable({}, { __name = "Point" }))) -- expect: false	bad argument #1 to 'string.rep' (string expected, got Point)
