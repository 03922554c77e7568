-- Allocates and walks many short-lived binary trees beside one that lives long.
local function build(depth)
  if depth == 0 then
    return {}
  end
  return { build(depth - 1), build(depth - 1) }
end

local function check(tree)
  local left = tree[1]
  if left then
    return 1 + check(left) + check(tree[2])
  end
  return 1
end

local deepest = tonumber(arg and arg[1]) or 8
local long_lived = build(deepest)
for depth = 4, deepest, 2 do
  local rounds = math.floor(2 ^ (deepest - depth + 4))
  local nodes = 0
  for _ = 1, rounds do
    nodes = nodes + check(build(depth))
  end
  print(rounds, "trees of depth", depth, "nodes", nodes)
end
print("long lived tree of depth", deepest, "nodes", check(long_lived))
