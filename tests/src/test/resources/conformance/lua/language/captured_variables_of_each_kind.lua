local never = "constant"
local before = 1
before = before + 1
local shared = 0
local function inc() shared = shared + 1 return shared end
local function get() return never, before, shared end
inc() inc()
print(get()) -- expect: constant	2	2
local fs = {}
local i = 1
while i <= 3 do
  local fresh = i
  local changed = i
  fs[i] = function() changed = changed + 10 return fresh, changed end
  i = i + 1
end
print(fs[1]()) -- expect: 1	11
print(fs[1]()) -- expect: 1	21
print(fs[3]()) -- expect: 3	13
local function outer()
  local n = 0
  local function inner() n = n + 1 if n < 5 then return inner() end return n end
  return inner()
end
print(outer(), outer()) -- expect: 5	5
