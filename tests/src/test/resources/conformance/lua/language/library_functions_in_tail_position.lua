-- A library function that is called last says where, however deep the stack is.
local function deep(n, f, ...)
  if n > 0 then
    local result, more = deep(n - 1, f, ...)
    return result, more
  end
  local result, more = f(...)
  return result, more
end

local function rep(x) return string.rep(x) end
local function method(x) return x:rep({}) end
local function fail(x) return error("failed " .. x) end
local function outer(x) return error("outer " .. x, 2) end
local function protected(x) return pcall(fail, x) end

for _, n in ipairs {0, 10, 100, 150, 200, 1000} do
  print(n, pcall(deep, n, rep))
  print(n, pcall(deep, n, method, "x"))
  print(n, pcall(deep, n, fail, "here"))
  print(n, pcall(deep, n, outer, "there"))
  print(n, deep(n, protected, "inside"))
end

-- and tail calls of Lua functions remain proper
local function loop(n)
  if n == 0 then
    return select("#", "x", "y")
  end
  return loop(n - 1)
end
print(deep(200, loop, 300000))
print(deep(200, pcall, loop, 300000))
local function again(n)
  return n == 0 and "done" or pcall(again, n - 1)
end
print(select("#", deep(150, again, 150)))
