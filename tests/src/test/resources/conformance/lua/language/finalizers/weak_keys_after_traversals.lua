-- What a loop over a weak table saw last does not keep it.
local mt = {__mode = "k"}
local t = setmetatable({}, mt)
local function count()
  local n = 0
  for k in pairs(t) do
    n = n + 1
  end
  return n
end

local function traverse(f)
  t[{}] = true
  f()
  collectgarbage()
  print(count())
end
traverse(count) -- expect: 0

local function inline()
  t[{}] = true
  t[{}] = true
  local seen = 0
  for k, v in pairs(t) do
    seen = seen + 1
  end
  collectgarbage()
  print(seen, count())
end
inline() -- expect: 2	0

local function with_break()
  t[{}] = true
  for k in next, t do
    if k then
      break
    end
  end
  collectgarbage()
  print(count())
end
with_break() -- expect: 0

local function own_iterator()
  t[{}] = true
  for k in function(s, k) return (next(s, k)) end, t do
    k = nil
  end
  collectgarbage()
  print(count())
end
own_iterator() -- expect: 0
