print(pcall(function()
  local x <close> = setmetatable({}, { __close = function(self, e) print("got", e) end })
  local t = nil
  t.x = 1
end))
-- expect: got	close_metamethod_gets_error.lua:4: attempt to index a nil value (local 't')
-- expect: false	close_metamethod_gets_error.lua:4: attempt to index a nil value (local 't')
