-- The line of a failing concatenation is that of the chain's last operator.
local function try(text)
  print(select(2, pcall(load(text, "=s"))))
end
try [[
local x = {}
local y = "a"
..
x
..
"c"
..
"d"]]
try [[
local x = {}
local y = x ..
"a" ..
"b"]]
try [[
local x = {}
local y = ("a" ..
"b") ..
"c"
.. (x
.. "d")]]
-- expect: s:7: attempt to concatenate a table value (local 'x')
-- expect: s:3: attempt to concatenate a table value (local 'x')
-- expect: s:6: attempt to concatenate a table value (local 'x')
