local function closer(name)
  return setmetatable({}, {__close = function(_, e) print("close", name, e) end})
end
local function f(how)
  for i = 1, 2 do
    local x <close> = closer("x" .. i)
    if how == "break" then break end
    if how == "return" then return "result", i end
    if how == "error" then error("oops", 0) end
    if how == "goto" then goto out end
  end
  ::out::
  return "end"
end
for _, how in ipairs { "none", "break", "return", "goto", "error" } do print(how, pcall(f, how)) end
local function several() local x <close> = closer("s") return 1, nil, 3, nil end
print(select("#", several()), several())
-- expect: close	x1	nil
-- expect: close	x2	nil
-- expect: none	true	end
-- expect: close	x1	nil
-- expect: break	true	end
-- expect: close	x1	nil
-- expect: return	true	result	1
-- expect: close	x1	nil
-- expect: goto	true	end
-- expect: close	x1	oops
-- expect: error	false	oops
-- expect: close	s	nil
-- expect: close	s	nil
-- expect: 4	1	nil	3	nil
