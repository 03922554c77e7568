local print = print
local outer = "unused"
x = "global"
do
  local _ENV = { x = "mine" }
  print(x) -- expect: mine
  x = "changed"
  local function f() return x end
  print(f()) -- expect: changed
  do local _ENV = { x = "inner" } print(x) end -- expect: inner
end
print(x) -- expect: global
local function sandboxed(_ENV) y = x .. "!" return y end
local env = { x = "given" }
print(sandboxed(env), env.y, y) -- expect: given!	given!	nil
