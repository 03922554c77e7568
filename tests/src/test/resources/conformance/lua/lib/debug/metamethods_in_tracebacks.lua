local function trace() return (debug.traceback("at"):match("at\n[^\n]*\n([^\n]*)\n")) end
local mt = {}
for _, event in ipairs({"add", "concat", "index", "len", "eq", "lt", "le", "unm", "call", "newindex"}) do
  mt["__" .. event] = function() print(debug.getinfo(1, "n").namewhat, debug.getinfo(1, "n").name) return true end
end
local a, b = setmetatable({}, mt), setmetatable({}, mt)
local _ = a + 1, a .. "x", a.field, #a, a == b, a < b, a <= b, -a
a.x = 1
for name in function() print(debug.getinfo(1, "n").name) end do end
-- expect: metamethod	add
-- expect: metamethod	concat
-- expect: metamethod	index
-- expect: metamethod	len
-- expect: metamethod	eq
-- expect: metamethod	lt
-- expect: metamethod	le
-- expect: metamethod	unm
-- expect: metamethod	newindex
-- expect: for iterator
