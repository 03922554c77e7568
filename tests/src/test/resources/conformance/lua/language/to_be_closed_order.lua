local function resource(name)
  return setmetatable({}, { __close = function(_, e) print("close " .. name, e) end })
end
do
  local a <close> = resource("a")
  local b <close> = resource("b")
  local none <close> = nil
  local off <close> = false
  print("body")
end
local function f()
  local a <close> = resource("f")
  return "result", 2
end
print(f())
print(pcall(function()
  local a <close> = resource("outer")
  local b <close> = setmetatable({}, { __close = function(_, e) print("replacing", e) error("second", 0) end })
  error("first", 0)
end))
for i = 1, 2 do
  local c <close> = resource("loop" .. i)
  if i == 2 then break end
end
do
  local g <close> = resource("goto")
  goto out
end
::out::
-- expect: body
-- expect: close b	nil
-- expect: close a	nil
-- expect: close f	nil
-- expect: result	2
-- expect: replacing	first
-- expect: close outer	second
-- expect: false	second
-- expect: close loop1	nil
-- expect: close loop2	nil
-- expect: close goto	nil
