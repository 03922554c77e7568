local function walk(tree)
  if tree then
    walk(tree.left)
    coroutine.yield(tree.value)
    walk(tree.right)
  end
end
local tree = { value = 4, left = { value = 2, left = { value = 1 }, right = { value = 3 } }, right = { value = 5 } }
for v in coroutine.wrap(function() walk(tree) end) do io.write(v, " ") end
print()
-- expect: 1 2 3 4 5
