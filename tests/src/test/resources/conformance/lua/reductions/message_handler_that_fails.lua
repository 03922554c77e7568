-- Errors cost what it takes to raise them, also those of a message handler that is called again and again.
-- reductions: 212960
local function fails() error("x") end
print(xpcall(fails, function(message) error("again") end)) -- expect: false	error in error handling
print(xpcall(fails, error)) -- expect: false	error in error handling
print(xpcall(fails, function(message) return message.no.field end)) -- expect: false	error in error handling
print(select("#", xpcall(fails, string.rep))) -- expect: 2
