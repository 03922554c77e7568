local names = {}
for k in pairs(_G) do names[#names + 1] = k end
table.sort(names)
local known = {}
for _, n in ipairs(names) do known[n] = true end
for _, n in ipairs { "assert", "collectgarbage", "coroutine", "error", "getmetatable", "ipairs", "load", "math", "next", "pairs", "pcall", "print", "rawequal", "rawget", "rawlen", "rawset", "select", "setmetatable", "string", "table", "tonumber", "tostring", "type", "utf8", "xpcall" } do
  if not known[n] then print("missing", n) end
end
print(_VERSION) -- expect: Lua 5.4
