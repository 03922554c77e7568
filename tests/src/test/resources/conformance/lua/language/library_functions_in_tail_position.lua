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
-- expect: 0	false	library_functions_in_tail_position.lua:11: bad argument #1 to 'rep' (string expected, got nil)
-- expect: 0	false	library_functions_in_tail_position.lua:12: bad argument #1 to 'rep' (number expected, got table)
-- expect: 0	false	library_functions_in_tail_position.lua:13: failed here
-- expect: 0	false	library_functions_in_tail_position.lua:7: outer there
-- expect: 0	false	library_functions_in_tail_position.lua:13: failed inside
-- expect: 10	false	library_functions_in_tail_position.lua:11: bad argument #1 to 'rep' (string expected, got nil)
-- expect: 10	false	library_functions_in_tail_position.lua:12: bad argument #1 to 'rep' (number expected, got table)
-- expect: 10	false	library_functions_in_tail_position.lua:13: failed here
-- expect: 10	false	library_functions_in_tail_position.lua:7: outer there
-- expect: 10	false	library_functions_in_tail_position.lua:13: failed inside
-- expect: 100	false	library_functions_in_tail_position.lua:11: bad argument #1 to 'rep' (string expected, got nil)
-- expect: 100	false	library_functions_in_tail_position.lua:12: bad argument #1 to 'rep' (number expected, got table)
-- expect: 100	false	library_functions_in_tail_position.lua:13: failed here
-- expect: 100	false	library_functions_in_tail_position.lua:7: outer there
-- expect: 100	false	library_functions_in_tail_position.lua:13: failed inside
-- expect: 150	false	library_functions_in_tail_position.lua:11: bad argument #1 to 'rep' (string expected, got nil)
-- expect: 150	false	library_functions_in_tail_position.lua:12: bad argument #1 to 'rep' (number expected, got table)
-- expect: 150	false	library_functions_in_tail_position.lua:13: failed here
-- expect: 150	false	library_functions_in_tail_position.lua:7: outer there
-- expect: 150	false	library_functions_in_tail_position.lua:13: failed inside
-- expect: 200	false	library_functions_in_tail_position.lua:11: bad argument #1 to 'rep' (string expected, got nil)
-- expect: 200	false	library_functions_in_tail_position.lua:12: bad argument #1 to 'rep' (number expected, got table)
-- expect: 200	false	library_functions_in_tail_position.lua:13: failed here
-- expect: 200	false	library_functions_in_tail_position.lua:7: outer there
-- expect: 200	false	library_functions_in_tail_position.lua:13: failed inside
-- expect: 1000	false	library_functions_in_tail_position.lua:11: bad argument #1 to 'rep' (string expected, got nil)
-- expect: 1000	false	library_functions_in_tail_position.lua:12: bad argument #1 to 'rep' (number expected, got table)
-- expect: 1000	false	library_functions_in_tail_position.lua:13: failed here
-- expect: 1000	false	library_functions_in_tail_position.lua:7: outer there
-- expect: 1000	false	library_functions_in_tail_position.lua:13: failed inside
-- expect: 2	nil
-- expect: true	2
-- expect: 2
