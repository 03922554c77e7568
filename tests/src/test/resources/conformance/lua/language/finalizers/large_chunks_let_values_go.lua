-- A chunk that is too large for one method of the JVM holds what its variables hold, and no more.
local parts = {[[
local print = ...
local weak = setmetatable({}, {__mode = "kv"})
local function count()
  collectgarbage()
  local n = 0
  for _ in pairs(weak) do n = n + 1 end
  return n
end
local x, y, z = {}, {}, {}
weak[1], weak[2], weak[3] = x, y, z
for i = 4, 9 do weak[i] = {} end
for i = 1, 9 do local t = {}; weak[t] = t end
print(count())
for k, v in pairs(weak) do
  assert(v == x or v == y or v == z)
end
print(count())
x, y = nil
local a, b = {n = 1}, {n = 2}
weak.a, weak.b = a, b
a.n, b.n = b.n, a.n
a, b = nil
]]}
for i = 1, 300 do
  parts[#parts + 1] = "do local v = {" .. i .. "}; for i = 1, #v do assert(v[i] == " .. i .. ") end end\n"
end
parts[#parts + 1] = "print(count())\nlocal f = function() return z end\nz = nil\n"
for i = 1, 300 do
  parts[#parts + 1] = "while true do local v <const> = {" .. i .. "}; if v[1] == " .. i .. " then break end end\n"
end
parts[#parts + 1] = "print(count(), tostring(f()))\n"
local results = {}
assert(load(table.concat(parts)))(function(...)
  results[#results + 1] = table.concat({...}, " ")
end)
print(table.concat(results, ",")) -- expect: 3,3,1,0 nil
