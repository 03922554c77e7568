local print = print
local outer = "unused"
x = "global"
do
  local _ENV = { x = "mine" }
  print(x)
  x = "changed"
  local function f() return x end
  print(f())
  do local _ENV = { x = "inner" } print(x) end
end
print(x)
local function sandboxed(_ENV) y = x .. "!" return y end
local env = { x = "given" }
print(sandboxed(env), env.y, y)
-- expect: mine
-- expect: changed
-- expect: inner
-- expect: global
-- expect: given!	given!	nil
