-- Loops that compute with floats, whose operands turn out otherwise in the middle of a turn: integers, strings, objects
-- with operators of their own, values that cannot be computed with. What the turn did before is done once.
local log = {}
local odd = setmetatable({}, {
  __add = function(a, b) log[#log + 1] = "add"; return 0.5 end,
  __sub = function(a, b) log[#log + 1] = "sub"; return type(a) == "number" and a or b end,
  __mul = function(a, b) log[#log + 1] = "mul"; return 2 end,
  __div = function(a, b) log[#log + 1] = "div"; return 0.25 end,
})

local function walk(points, x0, scale)
  local x, y, reads = x0, 0.0, 0
  for i = 1, #points do
    local p = points[i]
    reads = reads + 1
    local dx = x - p.x
    local dy = y - p.y * scale
    local d = (dx * dx + dy * dy) / 2.0
    local pull = p.w * d
    p.seen = (p.seen or 0) + 1
    x, y = x + dx * pull * 0.125, y - dy * pull * 0.0625
  end
  return x, y, reads
end

local function points(...)
  local list = {}
  for i, w in ipairs({...}) do list[i] = {x = i * 0.5, y = i - 0.25, w = w} end
  return list
end

print(walk(points(0.5, 0.25, 0.125), 1.0, 0.5)) -- expect: 0.99802046806633	0.018774409392051	3
-- An integer weight, integer starts and scales: some results are integers for a while.
print(walk(points(0.5, 1, 0.125), 1.0, 0.5)) -- expect: 0.99840618922159	0.034000049246101	3
print(walk(points(1, 2, 3), 1, 2)) -- expect: 0.6742567630239	5.0011022707757	3
print(walk(points(0.5, 0.25), 1, 0.5)) -- expect: 1.0061761533794	0.0074818730150412	2
-- A string is a number here.
print(walk(points(0.5, "0.25", 0.125), 1.0, 0.5)) -- expect: 0.99802046806633	0.018774409392051	3
print(walk(points(0.5, 0.25), 1.0, "0.5")) -- expect: 1.0061761533794	0.0074818730150412	2
-- Objects.
local list = points(0.5, 0.25, 0.125, 0.5)
list[2].x = odd
list[3].y = odd
list[4].w = odd
print(walk(list, 1.0, 0.5)) -- expect: 0.77355578335957	0.27519216719036	4
print(table.concat(log, " ")) -- expect: sub mul mul
print(list[1].seen, list[2].seen, list[3].seen, list[4].seen) -- expect: 1	1	1	1
-- Errors, with the work of the turn so far done once.
list = points(0.5, 0.25, 0.125)
list[2].w = {}
print(pcall(walk, list, 1.0, 0.5)) -- expect: false	loops_over_floats_meet_other_values.lua:19: attempt to perform arithmetic on a table value (field 'w')
print(list[1].seen, list[2].seen, list[3].seen) -- expect: 1	nil	nil
list[2].w, list[3].x = 0.25, nil
print(pcall(walk, list, 1.0, 0.5)) -- expect: false	loops_over_floats_meet_other_values.lua:16: attempt to perform arithmetic on a nil value (field 'x')
print(list[1].seen, list[2].seen, list[3].seen) -- expect: 2	1	nil
print(pcall(walk, points(0.5), {}, 0.5)) -- expect: false	loops_over_floats_meet_other_values.lua:16: attempt to perform arithmetic on a table value (local 'x')
print(pcall(walk, points(0.5), 1.0, nil)) -- expect: false	loops_over_floats_meet_other_values.lua:17: attempt to perform arithmetic on a nil value (local 'scale')

-- The same with bits: what is no integer, or an integer beside floats.
local function mix(words, key)
  local a, b = 1, 2
  for i = 1, #words do
    local w = words[i] ~ key
    local t = (a << 3 | w) & 0xffff
    b = b ~ t + i
    a = t ~ (b >> 2)
  end
  return a, b
end
print(mix({1, 2, 3, 4}, 5)) -- expect: 6047	4506
print(mix({1, 2.0, 3, 4}, 5.0)) -- expect: 6047	4506
print(pcall(mix, {1, 2, "3", 4}, 5)) -- expect: false	loops_over_floats_meet_other_values.lua:63: attempt to perform bitwise operation on a string value (field '?')
print(pcall(mix, {1, 2.5, 3}, 5)) -- expect: false	loops_over_floats_meet_other_values.lua:63: number (field '?') has no integer representation
print(pcall(mix, {1, 2, {}}, 5)) -- expect: false	loops_over_floats_meet_other_values.lua:63: attempt to perform bitwise operation on a table value (field '?')
local bits = setmetatable({}, {__bxor = function(a, b) return type(a) == "number" and a or b end})
print(mix({1, bits, 3}, 5)) -- expect: 982	865

-- Ways through a turn that meet again, and one that leaves the loop.
local function ways(list, limit)
  local sum, product = 0.0, 1.0
  for i = 1, #list do
    local v = list[i]
    local t = sum - v
    if t > limit then
      t = t * 0.5
    elseif v == 0 then
      return "zero", sum, product
    else
      t = t + v * limit
    end
    local u = t * product
    sum = sum + u
    product = product / (u + 1.5)
  end
  return sum, product
end
print(ways({1.5, 2.5, 3.5}, 0.5)) -- expect: 2.4880952380952	-0.15434083601286
print(ways({1.5, 2, 3.5}, 0.5)) -- expect: 4.65	-0.17328519855596
print(ways({1.5, 0, 3.5}, -100)) -- expect: -4.4166666666667	-0.8
print(ways({1.5, -0.0, 3.5}, 100.0)) -- expect: 149.2380994152	0.0019170952173267
print(ways({1, 2, 3}, 1)) -- expect: 0.0	0.2962962962963
print(pcall(ways, {1.5, {}, 3.5}, 0.5)) -- expect: false	loops_over_floats_meet_other_values.lua:83: attempt to perform arithmetic on a table value (local 'v')
