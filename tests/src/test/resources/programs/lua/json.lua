-- A JSON encoder and decoder, and a round trip through both.
local json = {}

json.null = setmetatable({}, { __tostring = function() return "null" end })

local ESCAPES = {
  ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f",
  ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t",
}

local function quote(text)
  return '"' .. text:gsub('[%c"\\]', function(c)
    return ESCAPES[c] or string.format("\\u%04x", c:byte())
  end) .. '"'
end

local function is_array(value)
  local count = 0
  for key in pairs(value) do
    if math.type(key) ~= "integer" or key < 1 then
      return false
    end
    count = count + 1
  end
  return count == #value
end

local encoders = {}

local function encode(value, indent, level, seen)
  local encoder = encoders[type(value)]
  if not encoder then
    error("cannot encode a " .. type(value), 0)
  end
  return encoder(value, indent, level, seen)
end

encoders["nil"] = function() return "null" end
encoders.boolean = tostring
encoders.string = quote

function encoders.number(value)
  if math.type(value) == "integer" then
    return tostring(value)
  end
  if value ~= value or value == math.huge or value == -math.huge then
    error("cannot encode " .. tostring(value), 0)
  end
  return string.format("%.14g", value)
end

local function join(parts, open, close, indent, level)
  if #parts == 0 then
    return open .. close
  end
  if not indent then
    return open .. table.concat(parts, ",") .. close
  end
  local inner = "\n" .. indent:rep(level + 1)
  return open .. inner .. table.concat(parts, "," .. inner) .. "\n" .. indent:rep(level) .. close
end

function encoders.table(value, indent, level, seen)
  if value == json.null then
    return "null"
  end
  if seen[value] then
    error("cannot encode a cycle", 0)
  end
  seen[value] = true
  local parts = {}
  local result
  if is_array(value) then
    for i, element in ipairs(value) do
      parts[i] = encode(element, indent, level + 1, seen)
    end
    result = join(parts, "[", "]", indent, level)
  else
    local keys = {}
    for key in pairs(value) do
      if type(key) ~= "string" then
        error("cannot encode a key that is a " .. type(key), 0)
      end
      keys[#keys + 1] = key
    end
    table.sort(keys)
    for i, key in ipairs(keys) do
      local colon = indent and ": " or ":"
      parts[i] = quote(key) .. colon .. encode(value[key], indent, level + 1, seen)
    end
    result = join(parts, "{", "}", indent, level)
  end
  seen[value] = nil
  return result
end

function json.encode(value, indent)
  return encode(value, indent, 0, {})
end

local function fail(text, position, expected)
  local line, start = 1, 1
  for at in text:sub(1, position - 1):gmatch("()\n") do
    line, start = line + 1, at + 1
  end
  error(("line %d, column %d: %s expected"):format(line, position - start + 1, expected), 0)
end

local function skip(text, position)
  return text:match("^[ \t\r\n]*()", position)
end

local UNESCAPES = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }

local function decode_string(text, position)
  local parts, start = {}, position + 1
  while true do
    local stop = text:find('["\\%c]', start)
    if not stop then
      fail(text, #text + 1, "closing quote")
    end
    parts[#parts + 1] = text:sub(start, stop - 1)
    local c = text:sub(stop, stop)
    if c == '"' then
      return table.concat(parts), stop + 1
    elseif c ~= "\\" then
      fail(text, stop, "escape for a control character")
    end
    local escape = text:sub(stop + 1, stop + 1)
    if escape == "u" then
      local digits = text:match("^%x%x%x%x", stop + 2)
      if not digits then
        fail(text, stop + 2, "four hexadecimal digits")
      end
      local code = tonumber(digits, 16)
      start = stop + 6
      if code >= 0xD800 and code < 0xDC00 then
        local low = text:match("^\\u([Dd][C-Fc-f]%x%x)", start)
        if not low then
          fail(text, start, "low surrogate")
        end
        code = 0x10000 + ((code - 0xD800) << 10) + (tonumber(low, 16) - 0xDC00)
        start = start + 6
      end
      parts[#parts + 1] = utf8.char(code)
    elseif escape:find('^["\\/]') then
      parts[#parts + 1] = escape
      start = stop + 2
    elseif UNESCAPES[escape] then
      parts[#parts + 1] = UNESCAPES[escape]
      start = stop + 2
    else
      fail(text, stop + 1, "escape")
    end
  end
end

local decode_value

local function decode_array(text, position)
  local array, count = {}, 0
  position = skip(text, position + 1)
  if text:sub(position, position) == "]" then
    return array, position + 1
  end
  while true do
    count = count + 1
    array[count], position = decode_value(text, position)
    position = skip(text, position)
    local c = text:sub(position, position)
    if c == "]" then
      return array, position + 1
    elseif c ~= "," then
      fail(text, position, "',' or ']'")
    end
    position = skip(text, position + 1)
  end
end

local function decode_object(text, position)
  local object = {}
  position = skip(text, position + 1)
  if text:sub(position, position) == "}" then
    return object, position + 1
  end
  while true do
    if text:sub(position, position) ~= '"' then
      fail(text, position, "key")
    end
    local key
    key, position = decode_string(text, position)
    position = skip(text, position)
    if text:sub(position, position) ~= ":" then
      fail(text, position, "':'")
    end
    object[key], position = decode_value(text, skip(text, position + 1))
    position = skip(text, position)
    local c = text:sub(position, position)
    if c == "}" then
      return object, position + 1
    elseif c ~= "," then
      fail(text, position, "',' or '}'")
    end
    position = skip(text, position + 1)
  end
end

local WORDS = { ["true"] = true, ["false"] = false, null = json.null }

function decode_value(text, position)
  local c = text:sub(position, position)
  if c == "{" then return decode_object(text, position) end
  if c == "[" then return decode_array(text, position) end
  if c == '"' then return decode_string(text, position) end
  local number, after = text:match("^(-?%d+%.?%d*[eE]?[+-]?%d*)()", position)
  if number then
    return math.tointeger(tonumber(number)) or tonumber(number), after
  end
  local word = text:match("^%a+", position)
  if WORDS[word] == nil then
    fail(text, position, "value")
  end
  return WORDS[word], position + #word
end

function json.decode(text)
  local value, position = decode_value(text, skip(text, 1))
  position = skip(text, position)
  if position <= #text then
    fail(text, position, "end of text")
  end
  return value
end

local document = [==[
{
  "name": "Moon \"base\" \u00e9 \ud83c\udf19",
  "crew": [ {"id": 1, "active": true}, {"id": 2, "active": false, "note": null} ],
  "coordinates": [12.5, -3e2, 0, 1e-3],
  "empty": {}, "nothing": [], "nested": [[[[1]]]]
}]==]
local value = json.decode(document)
print(value.name, #value.crew, value.crew[2].note, value.coordinates[2])
print(json.encode(value))
print(json.encode({ list = { 1, 2, { deep = true } }, text = "tab\tnul\0end" }, "  "))
print(json.encode(json.decode(json.encode(value))) == json.encode(value))

for _, broken in ipairs { "[1,", "{\"a\" 1}", "[1 2]", "tru", "\"\\x\"", "[]\n []", "{1:2}", "\"open" } do
  print(pcall(json.decode, broken))
end
local cycle = {}
cycle.self = cycle
print(pcall(json.encode, cycle))
print(pcall(json.encode, { print }))
print(pcall(json.encode, { 0 / 0 ~= 0 / 0 and math.huge }))

local rows = {}
for i = 1, tonumber(arg and arg[1]) or 100 do
  rows[i] = { id = i, label = "row " .. i, tags = { "a", "b", tostring(i % 7) }, weight = i / 8 }
end
local text = json.encode(rows)
local again = json.decode(text)
print(#text, #again, again[#again].label, json.encode(again) == text)
