local function closer(e) return setmetatable({}, {__close = function(_, err) print("was", err) error(e, 0) end}) end
print(pcall(function()
  local a <close> = closer("from a")
  local b <close> = closer("from b")
  error("first", 0)
end))
print(pcall(function()
  local a <close> = closer("only a")
  return "never"
end))
-- expect: was	first
-- expect: was	from b
-- expect: false	from a
-- expect: was	nil
-- expect: false	only a
