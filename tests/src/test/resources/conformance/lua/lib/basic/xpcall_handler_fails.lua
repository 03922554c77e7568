-- An error in a message handler goes to the handler again, until the levels of C calls are used up.
local calls = 0
local function failing(limit)
  calls = 0
  return function(message)
    calls = calls + 1
    if calls < limit then
      error("handler " .. calls, 0)
    end
    return message
  end
end
local function try(limit)
  local ok, message = xpcall(error, failing(limit), "x")
  print(message, calls)
end
try(2) -- expect: handler 1	2
try(50) -- expect: handler 49	50
try(197) -- expect: C stack overflow	197
try(198) -- expect: handler 197	198
try(215) -- expect: handler 214	215
try(216) -- expect: error in error handling	215
print(pcall(xpcall, error, failing(1000), "x")) -- expect: true	false	error in error handling
print(calls) -- expect: 214
print(xpcall(error, error)) -- expect: false	error in error handling

-- the handler overflows, and its protected calls with it
calls = 0
local function protected()
  calls = calls + 1
  assert(pcall(protected))
end
print(xpcall(protected, protected)) -- expect: false	error in error handling
print(calls) -- expect: 19693

local function deep() return 1 + deep() end
print(xpcall(deep, deep)) -- expect: false	error in error handling

-- the levels are back afterwards
local depth = 0
local nested = setmetatable({}, {__index = function(t, k) depth = depth + 1; return t[k + 1] end})
print((select(2, pcall(function() return nested[1] end)):gsub("^.*: ", ""))) -- expect: C stack overflow
print(depth > 150 and depth < 200) -- expect: true
