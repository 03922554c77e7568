-- A variable holds its value to the end of its scope, used or not; what was passed is the callee's alone.
local weak = setmetatable({}, {__mode = "v"})
local function seen()
  collectgarbage()
  local found = {}
  for i = 1, 9 do
    found[i] = weak[i] and "yes" or "no"
  end
  return table.concat(found, " ")
end

local function held(p, q, ...)
  local unused, captured = {}, {}
  local function f()
    return captured
  end
  weak[1], weak[2], weak[3], weak[4], weak[5] = p, q, ..., unused, captured
  p = nil
  for _, v in ipairs {{}} do
    local inner = {}
    weak[6], weak[7] = v, inner
    print(seen())
    if v then
      break
    end
  end
  print((seen()):sub(1, 14))
  return (seen())
end
print((held({}, {}, {}):sub(1, 14)))
print((held({}, {}, {}, {}, {}):sub(1, 14)))
print(seen())

local function loop(n)
  for i = 1, n do
    local x = {}
    weak[i] = x
    if i == 2 then
      goto continue
    end
    x = nil
    print(seen())
    ::continue::
    while true do
      local y <const> = {}
      weak[9] = y
      if i > 1 then
        return seen(), i
      end
      break
    end
  end
end
print(loop(3))

local function last(x)
  weak[1] = x
  x = nil
  return seen()
end
print(last({}))
-- expect: no yes yes yes yes yes yes no no
-- expect: no yes yes yes
-- expect: no yes yes yes
-- expect: no yes yes yes yes yes yes no no
-- expect: no yes yes yes
-- expect: no yes yes yes
-- expect: no no no no no no no no no
-- expect: no no no no no no no no no
-- expect: no yes no no no no no no yes	2
-- expect: no no no no no no no no no
