local function build(n)
  if n == 0 then return {} end
  local rest = build(n - 1)
  rest[#rest + 1] = function() n = n + 100 return n end
  return rest
end
local t = build(3)
print(t[1](), t[1](), t[2](), t[3]()) -- expect: 101	201	102	103
