local log = {}
local function closer(name) return setmetatable({}, {__close = function() log[#log + 1] = name end}) end
do
  goto enter
  ::leave:: goto done
  ::enter:: do
    local a <close> = closer("a")
    local b <close> = closer("b")
    if a then goto leave end
  end
  ::done::
end
print(table.concat(log, " ")) -- expect: b a
