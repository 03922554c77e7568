-- What the bodies of generated Lua programs use. All that is worth comparing is noted in the log of its case; a body
-- that goes on for too long gets an error at its next step.
local notes, steps
local names = setmetatable({}, {__mode = "k"})

-- A value as it can be compared: addresses are nobody's business, nor is the sign of NaN.
local function d(v, depth)
  local kind = math.type(v) or type(v)
  if v ~= v and kind == "float" then return "nan"
  elseif kind == "string" then
    v = v:gsub("%-nan", "nan"):gsub("0x%x+", "0x")
    -- Lua 5.4.4 does not always find what it could not concatenate once a metamethod has been called.
    v = v:gsub("(attempt to concatenate a %a+ value) %b()", "%1")
    return (string.format("%q", v):gsub("\\\n", "\\n"))
  elseif kind == "thread" then return "thread:" .. coroutine.status(v)
  elseif kind ~= "table" then return kind == "function" and kind or tostring(v)
  elseif names[v] then return names[v]
  elseif depth == 3 then return "{...}" end
  local parts, n = {}, 0
  while rawget(v, n + 1) ~= nil and n < 10 do
    n = n + 1
    parts[n] = d(rawget(v, n), (depth or 0) + 1)
  end
  for _, k in ipairs {"x", "y", "n"} do
    if rawget(v, k) ~= nil then parts[#parts + 1] = k .. "=" .. d(rawget(v, k), (depth or 0) + 1) end
  end
  return "{" .. table.concat(parts, ",") .. "}"
end

-- An address in a text would be found by patterns.
local plain = tostring
local function tostring(v)
  return (plain(v):gsub("0x%x+", "0x"))
end

local function list(...)
  local all = table.pack(...)
  for i = 1, all.n do all[i] = d(all[i]) end
  return table.concat(all, " ", 1, all.n)
end

local function step()
  steps = steps + 1
  if steps > 300 then error("too many steps", 0) end
end

-- Notes its arguments and gives them back.
local function say(...)
  step()
  if #notes < 60 then notes[#notes + 1] = list(...) end
  return ...
end

-- Events that library functions cause: of these the reference implementation cannot yield out of all.
local inner = {__index = true, __newindex = true, __len = true, __lt = true, __tostring = true}

-- What the metamethods of an object do: note the event, then as its mode says.
local function event(name, mode)
  return function(a, b, ...)
    say(name, a, name ~= "__gc" and b or nil, ...)
    if mode == "error" then error({x = name})
    elseif mode == "fail" then return a.missing.field
    elseif mode == "yield" and not inner[name] and coroutine.isyieldable() then return coroutine.yield(name)
    elseif mode == "nothing" then return
    elseif mode == "many" then return 1, 2, 3
    elseif mode == "operand" then return b end
    if name == "__lt" or name == "__le" or name == "__eq" then return rawget(a, "x") == 1
    elseif name == "__len" then return rawlen(a) + 1
    elseif name == "__tostring" then return "<" .. names[a] .. ">"
    elseif name == "__pairs" then return next, {x = 1}, nil
    elseif name == "__concat" then return name
    elseif name == "__newindex" then rawset(a, b, ...) end
    return 7
  end
end

-- A table with a metatable for these events; 'index' and 'newindex' are where these go instead of a function.
local function object(name, fields, events, mode, index, newindex)
  local meta = {__name = mode == "operand" and "Object" or nil}
  for each in events:gmatch("%S+") do meta[each] = event(each, mode) end
  if index then meta.__index = index end
  if newindex then meta.__newindex = newindex end
  names[fields] = name
  return setmetatable(fields, meta)
end

-- Something to close, that may fail at it.
local function closing(name, mode)
  local it = object(name, {}, "__close", mode)
  return it
end

-- All that an iteration gives, up to a few.
local function all(...)
  local found = {}
  for a, b in ... do
    step()
    found[#found + 1] = d(a) .. ":" .. d(b)
    if #found == 8 then break end
  end
  return table.concat(found, " ")
end

-- Resumes with each of the arguments, as long as it can be.
local function drive(co, ...)
  for i = 1, select("#", ...) do
    say("resume", coroutine.resume(co, (select(i, ...))))
    if coroutine.status(co) == "dead" then break end
  end
  return coroutine.status(co)
end

local function show(n, body)
  notes, steps, g1, g2 = {}, 0, nil, nil
  local result = list(pcall(body, n, "more", nil))
  print(n, result, table.concat(notes, "; "))
end
