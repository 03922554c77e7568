-- limit: depth=1000
local function f() return 1 + f() end
local ok, message = pcall(f)
print(ok, (message:gsub("^.-(stack overflow).*$", "%1"))) -- expect: false	stack overflow
print("goes on") -- expect: goes on
