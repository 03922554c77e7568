local n = 0
local function inc() n = n + 1 end
local function get() return n end
inc() inc()
print(get(), n) -- expect: 2	2
n = 10
inc()
print(get()) -- expect: 11
local function outer()
  local x = 0
  return function() x = x + 1 return x end, function() return x end
end
local a, b = outer()
a() a()
print(b()) -- expect: 2
