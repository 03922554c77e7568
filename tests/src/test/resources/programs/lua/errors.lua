-- Raising and catching: strings, tables and other values, levels, handlers, rethrowing, closing variables.
print(pcall(error, "plain", 0))
print(pcall(error, { 1 }) == false, select(2, pcall(error, nil)))
print(select("#", pcall(function() return 1, nil, nil end)))

local function fail(level) error("message", level) end
print(pcall(fail, 0))
print((select(2, pcall(fail, 1)):gsub("^.-:(%d+):", "line %1:")))

local Failure = { __tostring = function(e) return "Failure(" .. e.code .. ")" end }
local function raise(code) error(setmetatable({ code = code }, Failure)) end
local ok, e = pcall(raise, 42)
print(ok, tostring(e), getmetatable(e) == Failure)

print(xpcall(function() return "fine", 2 end, print))
print(xpcall(raise, function(failure) return failure.code + 1 end, 1))
print(xpcall(function() local x = nil; return x.field end, function(m)
  return (m:gsub("^.-:%d+: ", ""))
end))
print(select(2, xpcall(error, function() error("again") end, "first")) ~= nil)

local function nested(depth)
  local ok, message = pcall(function()
    if depth == 0 then error("bottom", 0) end
    nested(depth - 1)
  end)
  error((ok and "?" or message) .. "<" .. depth, 0)
end
print(select(2, pcall(nested, 4)))

local log = {}
local function resource(name)
  return setmetatable({}, { __close = function(_, reason)
    log[#log + 1] = name .. ":" .. tostring(reason)
  end })
end
print(pcall(function()
  local a <close> = resource("a")
  local b <close> = resource("b")
  error("stop", 0)
end))
do
  local c <close> = resource("c")
end
print(table.concat(log, " "))

local failures = 0
for i = 1, tonumber(arg and arg[1]) or 1000 do
  local ok = pcall(function()
    if i % 3 == 0 then error(i) end
  end)
  if not ok then failures = failures + 1 end
end
print(failures)

print(select(2, pcall(function() return 1 < "2" end)):match("attempt.*"))
print(select(2, pcall(function() return {} .. "x" end)):match("attempt.*"))
print(select(2, pcall(function() return #5 end)):match("attempt.*"))
print(select(2, pcall(string.rep)))
print(select(2, pcall(setmetatable, 1, {})))
print(assert(1, "unused"), pcall(assert, false), pcall(assert, nil, "told you"))
