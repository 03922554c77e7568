-- A metatable that says something else of weakness later is obeyed from then on, in both directions.
local function count(t)
  collectgarbage()
  local n = 0
  for _ in pairs(t) do
    n = n + 1
  end
  return n
end

local mt = {}
local t = setmetatable({}, mt)
t[1], t[2], t.name = {}, {}, "name"
t[{}] = 1
print(count(t)) -- expect: 4
mt.__mode = "v"
print(count(t)) -- expect: 2
mt.__mode = "k"
print(count(t)) -- expect: 1
mt.__mode = nil
t[{}] = 1
t[3] = {}
print(count(t)) -- expect: 3
getmetatable(t).__mode = "kv"
print(count(t)) -- expect: 1

-- however it is written
rawset(mt, "__mode", nil)
t[1] = {}
print(count(t)) -- expect: 2
rawset(mt, "__mode", "v")
print(count(t)) -- expect: 1
local key = "__" .. "mode"
mt[key] = nil
t[1] = {}
print(count(t)) -- expect: 2
mt[key] = "v"
print(count(t)) -- expect: 1
setmetatable(mt, {__newindex = rawset})
mt.__mode = nil
t[1] = {}
print(count(t)) -- expect: 2
for k, v in pairs {__mode = "v"} do
  mt[k] = v
end
print(count(t)) -- expect: 1

-- a table that is its own metatable; another that has changed it
local own = {}
setmetatable(own, own).__mode = "k"
own[{}] = 1
print(count(own)) -- expect: 1
local shared = {}
local a, b = setmetatable({}, shared), setmetatable({}, shared)
a[1], b[1] = {}, {}
setmetatable(b, nil)
shared.__mode = "v"
print(count(a), count(b)) -- expect: 0	1

-- an ephemeron of a table that was of another kind before
local e = setmetatable({}, {__mode = "v"})
local kept = {}
e[kept] = kept
getmetatable(e).__mode = "k"
e[{}] = {}
print(count(e), e[kept] == kept) -- expect: 1	true
