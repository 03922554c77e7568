-- Which lines of a function have code, also of functions that nobody traces.
local function lines(f)
  local list = {}
  for line in pairs(debug.getinfo(f, "L").activelines) do
    list[#list + 1] = line
  end
  table.sort(list)
  return table.concat(list, " ")
end

local function outer(a)
  local t = {
    1,
    x = a,
  }

  for i = 1, #t do -- a loop
    if t[i] then

      print(t[i])
    else
      t[i] = "a" ..
        i
    end
  end

  local function inner(...)
    return ...
  end
  while a do
    a = nil
  end
  return inner(
    t, a)
end
print(lines(outer))
print(lines(load("\n\nlocal x = 1\n\nreturn x\n")))
print(lines(load("local a <const> = 1; function f(b)\n\n return a + b end return f")()))
local o = {}
function o:m()
  return self
end
print(lines(o.m))
print(debug.getinfo(print, "L").activelines)
print(lines(load(string.dump(outer))))
print(lines(debug.getinfo(1, "f").func))
-- expect: 12 13 14 15 17 18 20 22 23 29 30 31 33 34 35
-- expect: 3 5
-- expect: 3
-- expect: 41 42
-- expect: nil
-- expect: 12 13 14 15 17 18 20 22 23 29 30 31 33 34 35
-- expect: 9 35 36 37 38 39 40 42 43 44 45 46
