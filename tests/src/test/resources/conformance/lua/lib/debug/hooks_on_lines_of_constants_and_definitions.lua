-- On which lines a hook hears of definitions, constants and constructors.
local seen = {}
debug.sethook(function(_, line)
  seen[#seen + 1] = line
end, "l")
function f()
  local a
end
local function g()
end
local u = {}
function u.x()
end
function u:y()
end
local x = function()
end
u.z = function()
end
local s = 'one\
two' .. [[

]] .. "x"
local k = {
  a = 1,
  b = 2,
  function()
  end,
  3,
}
while u.q do
end
print(
  "called",
  k.a,
  s)
debug.sethook()
print(table.concat(seen, " "))
-- expect: called	1	one
-- expect: two
-- expect: x
-- expect: 8 6 10 11 13 12 15 14 17 19 21 23 24 25 26 28 30 31 33 34 35 36 33 37
