-- A function that is too large for one method knows its lines nonetheless, wherever it is called.
local lines = {"local where = ...", "local x = {}"}
for i = 1, 700 do
  lines[#lines + 1] = ("x[%d] = x[%d] or %d"):format(i, i, i)
  lines[#lines + 1] = ("where(%d, #x == %d)"):format(#lines + 1, i)
end
local large = load(table.concat(lines, "\n"))

local right, wrong = 0, 0
local function where(line)
  if debug.getinfo(2, "l").currentline == line then
    right = right + 1
  else
    wrong = wrong + 1
  end
end
local function report()
  print(right, wrong)
  right, wrong = 0, 0
end

large(where)
report() -- expect: 700	0
coroutine.wrap(function() large(where) end)()
report() -- expect: 700	0

local function in_tail_calls(n)
  if n == 0 then
    return large(where)
  end
  return in_tail_calls(n - 1)
end
in_tail_calls(200)
report() -- expect: 700	0

local function in_protected_mode(n)
  if n == 0 then
    large(where)
    return
  end
  return pcall(in_protected_mode, n - 1)
end
for n = 1, 150, 21 do
  in_protected_mode(n)
end
report() -- expect: 5600	0
