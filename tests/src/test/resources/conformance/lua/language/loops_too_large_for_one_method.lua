-- Loops whose code does not fit a method of the JVM: what their turns compute is the same, whatever the tables hold.
local function mixing(rounds)
  local lines = {
    "local t, n, log = ...",
    "local a, b, c, d = 1, 2, 3, 4",
    "for i = 1, n do",
    "  local row = t[i]",
  }
  for r = 1, rounds do
    lines[#lines + 1] = ("  a = a + b + row[%d]; d = d ~ a; d = d << 7 | d >> 57; c = c + d; b = (b ~ c) + log[%d]"):format(
      r % 4 + 1, r % 3 + 1)
    lines[#lines + 1] = ("  b = b >> %d ~ b << 3; a, b, c, d = d, a ~ 0x%x, b & 0xffffffffff, c | row[%d] & 15"):format(
      r % 9 + 1, r * 77, r % 5 + 1)
    if r == rounds // 2 then
      lines[#lines + 1] = "  log[4] = log[4] + 1; if log[4] == 1000 then return 'left', i, a end"
      lines[#lines + 1] = "  if a == log[5] then break end"
    end
  end
  lines[#lines + 1] = "end"
  lines[#lines + 1] = "return a, b, c, d, log[4]"
  return assert(load(table.concat(lines, "\n"), "=mixing"))
end

local function rows(n)
  local t = {}
  for i = 1, n do
    t[i] = { i, i * 3, -i, 1 << i % 60, 7 }
  end
  return t
end

local function show(run)
  print("integers", run(rows(60), 60, { 5, 6, 7, 0, false }))

  -- A float with an integral value where there were integers, from the first turn, in the middle, in the last.
  for _, at in ipairs { 1, 30, 60 } do
    local t = rows(60)
    t[at][3] = 12.0
    print("float", at, pcall(run, t, 60, { 5, 6, 7, 0, false }))
  end
  local t = rows(60)
  t[31][5] = "9"
  print("digits", pcall(run, t, 60, { 5, 6, 7, 0, false }))
  t[41][2] = 0.5
  print("fraction", pcall(run, t, 60, { 5, 6, 7, 0, false }))
  t = rows(60)
  t[50] = nil
  print("no row", pcall(run, t, 60, { 5, 6, 7, 0, false }))
  t = rows(60)
  t[20][2] = nil
  print("no element", pcall(run, t, 60, { 5, 6, 7, 0, false }))
  t[20][2] = "x"
  print("a string", pcall(run, t, 60, { 5, 6, 7, 0, false }))

  -- Metamethods run once for each access, and what they change is seen.
  local reads, writes, sums = 0, 0, 0
  local number = setmetatable({}, {
    __add = function(x, y)
      sums = sums + 1
      return (type(x) == "number" and x or 1) + (type(y) == "number" and y or 1)
    end,
    __band = function()
      sums = sums + 1
      return sums
    end,
  })
  local function watched(inner)
    return setmetatable({}, {
      __index = function(_, key)
        reads = reads + 1
        return inner[key]
      end,
      __newindex = function(_, key, value)
        writes = writes + 1
        inner[key] = value
      end,
    })
  end
  print("watched", run(rows(60), 60, watched { 5, 6, 7, 0, false }))
  print(reads, writes)
  reads, writes = 0, 0
  t = rows(60)
  for i = 1, 60, 7 do
    t[i] = watched(t[i])
  end
  print("watched rows", run(watched(t), 60, { 5, 6, 7, 0, false }))
  print(reads, writes)
  t[33][1] = number
  t[34][4] = number
  print("operators", pcall(run, t, 60, { 5, 6, 7, 0, false }))
  print(sums)

  -- Ways out.
  print(run(rows(60), 60, { 5, 6, 7, 980, false }))
  print(run(rows(60), 0, { 5, 6, 7, 0, false }))
  print(select("#", run(rows(9), 9, { 5, 6, 7, 0, false })))
end

-- Their integers are kept unboxed in the first, not in the second.
show(mixing(14))
show(mixing(60))

-- Loops in loops, and what stands after them.
local text = { "local t = ...", "local s, log = 0, {}" }
for part = 1, 12 do
  text[#text + 1] = ("for i = 1, 20 do local x%d = i; for j = i, 20, 3 do"):format(part)
  for k = 1, 14 do
    text[#text + 1] = ("  s = s + t[j] * %d; x%d = x%d ~ s >> %d; if s %% 1013 == %d then s = s + 1; goto next end"):format(
      k, part, part, k, part)
  end
  text[#text + 1] = ("  ::next:: log[#log + 1] = x%d"):format(part)
  text[#text + 1] = "end; if s < 0 then return 'negative', i, s end; end"
  text[#text + 1] = ("if log[%d] == 77 then return 'early', s end"):format(part)
end
text[#text + 1] = "local sum = 0; for _, x in ipairs(log) do sum = sum * 3 ~ x end; return s, #log, sum"
local nested = assert(load(table.concat(text, "\n"), "=nested"))
local t = {}
for i = 1, 20 do
  t[i] = i
end
print("nested", nested(t))
t[11] = 11.25
print("nested", pcall(nested, t))
t[11] = -1 << 40
print("nested", nested(t))
t[11] = nil
print("nested", pcall(nested, t))
-- expect: integers	-899988398994313469	4678637943323530881	356921281495	-899987804058026761	60
-- expect: float	1	true	8805950983908078179	8837446902249434183	408336930865	8805951790829364095	60
-- expect: float	30	true	7854526613900573340	-2329145301686311410	93283094495	7854527491996379815	60
-- expect: float	60	true	5380332630977951634	-7620605560591813578	616574347392	5380332897877730039	60
-- expect: digits	false	mixing:12: attempt to perform bitwise operation on a string value (field 'integer index')
-- expect: fraction	false	mixing:12: attempt to perform bitwise operation on a string value (field 'integer index')
-- expect: no row	false	mixing:5: attempt to index a nil value (local 'row')
-- expect: no element	false	mixing:5: attempt to perform arithmetic on a nil value (field 'integer index')
-- expect: a string	false	mixing:5: attempt to add a 'number' with a 'string'
-- expect: watched	-899988398994313469	4678637943323530881	356921281495	-899987804058026761	60
-- expect: 1021	60
-- expect: watched rows	-899988398994313469	4678637943323530881	356921281495	-899987804058026761	60
-- expect: 312	0
-- expect: operators	true	2682553954293675779	-7692823324157980457	531915685976	2682554641128503447	60
-- expect: 11
-- expect: left	20	-2913683298021940176
-- expect: 1	2	3	4	0
-- expect: 5
-- expect: integers	-1293434634382871552	782799084630529099	411462067269	-1293434111913526787	60
-- expect: float	1	true	-9160418877181964741	1437974585184154479	795206882581	-9160417965277247316	60
-- expect: float	30	true	8276719608622485082	7363400976808588119	510731507290	8276719697453212844	60
-- expect: float	60	true	-7196457529668338559	-6693393715124392366	1040123061110	-7196456732091675620	60
-- expect: digits	false	mixing:12: attempt to perform bitwise operation on a string value (field 'integer index')
-- expect: fraction	false	mixing:12: attempt to perform bitwise operation on a string value (field 'integer index')
-- expect: no row	false	mixing:5: attempt to index a nil value (local 'row')
-- expect: no element	false	mixing:5: attempt to perform arithmetic on a nil value (field 'integer index')
-- expect: a string	false	mixing:5: attempt to add a 'number' with a 'string'
-- expect: watched	-1293434634382871552	782799084630529099	411462067269	-1293434111913526787	60
-- expect: 3781	60
-- expect: watched rows	-1293434634382871552	782799084630529099	411462067269	-1293434111913526787	60
-- expect: 1140	0
-- expect: operators	true	2834358962093101373	8886151071891972889	835007701844	2834359059316067773	60
-- expect: 54
-- expect: left	20	5461459160415662040
-- expect: 1	2	3	4	0
-- expect: 5
-- expect: nested	1282898	924	4948421927428350891
-- expect: nested	false	nested:4: number (local 's') has no integer representation
-- expect: nested	negative	2	-115448720902303
-- expect: nested	false	nested:4: attempt to perform arithmetic on a nil value (field '?')
