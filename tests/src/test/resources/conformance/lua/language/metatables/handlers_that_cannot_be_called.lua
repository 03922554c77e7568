-- What a handler that is no function is called: by its event, the call, or not at all.
local function try(event, use, handler)
  local t = setmetatable({}, {["__" .. event] = handler})
  local u = setmetatable({}, {["__" .. event] = handler})
  print(pcall(load("local t, u = ...; " .. use, "=s"), t, u))
end
for _, handler in ipairs {1, "x", true, {}} do
  try("call", "t()", handler)
  try("call", "return t.x, t()", handler)
  try("call", "for i in t do end", handler)
  try("call", "local f = {g = t} f.g()", handler)
  try("len", "return #t", handler)
  try("len", "table.sort(t)", handler)
  try("len", "table.insert(t, 1, 2)", handler)
  try("lt", "return t < u", handler)
  try("lt", "return t <= u", handler)
  try("le", "return t >= u", handler)
  try("lt", "return math.max(t, u)", handler)
  try("index", "return t.x", handler == 1 and 2 or handler)
  try("concat", "return t .. u", handler)
end
-- expect: false	s:1: attempt to call a number value (local 't')
-- expect: false	s:1: attempt to call a number value (local 't')
-- expect: false	s:1: attempt to call a number value (for iterator 'for iterator')
-- expect: false	s:1: attempt to call a number value (field 'g')
-- expect: false	s:1: attempt to call a number value (metamethod 'len')
-- expect: false	attempt to call a number value
-- expect: false	attempt to call a number value
-- expect: false	s:1: attempt to call a number value (metamethod 'lt')
-- expect: false	s:1: attempt to call a number value (metamethod 'le')
-- expect: false	s:1: attempt to call a number value (metamethod 'le')
-- expect: false	attempt to call a number value
-- expect: false	s:1: attempt to index a number value
-- expect: false	s:1: attempt to call a number value (metamethod 'concat')
-- expect: false	s:1: attempt to call a string value (local 't')
-- expect: false	s:1: attempt to call a string value (local 't')
-- expect: false	s:1: attempt to call a string value (for iterator 'for iterator')
-- expect: false	s:1: attempt to call a string value (field 'g')
-- expect: false	s:1: attempt to call a string value (metamethod 'len')
-- expect: false	attempt to call a string value
-- expect: false	attempt to call a string value
-- expect: false	s:1: attempt to call a string value (metamethod 'lt')
-- expect: false	s:1: attempt to call a string value (metamethod 'le')
-- expect: false	s:1: attempt to call a string value (metamethod 'le')
-- expect: false	attempt to call a string value
-- expect: true	nil
-- expect: false	s:1: attempt to call a string value (metamethod 'concat')
-- expect: false	s:1: attempt to call a boolean value (local 't')
-- expect: false	s:1: attempt to call a boolean value (local 't')
-- expect: false	s:1: attempt to call a boolean value (for iterator 'for iterator')
-- expect: false	s:1: attempt to call a boolean value (field 'g')
-- expect: false	s:1: attempt to call a boolean value (metamethod 'len')
-- expect: false	attempt to call a boolean value
-- expect: false	attempt to call a boolean value
-- expect: false	s:1: attempt to call a boolean value (metamethod 'lt')
-- expect: false	s:1: attempt to call a boolean value (metamethod 'le')
-- expect: false	s:1: attempt to call a boolean value (metamethod 'le')
-- expect: false	attempt to call a boolean value
-- expect: false	s:1: attempt to index a boolean value
-- expect: false	s:1: attempt to call a boolean value (metamethod 'concat')
-- expect: false	s:1: attempt to call a table value (local 't')
-- expect: false	s:1: attempt to call a table value (local 't')
-- expect: false	s:1: attempt to call a table value (for iterator 'for iterator')
-- expect: false	s:1: attempt to call a table value (field 'g')
-- expect: false	s:1: attempt to call a table value (metamethod 'len')
-- expect: false	attempt to call a table value
-- expect: false	attempt to call a table value
-- expect: false	s:1: attempt to call a table value (metamethod 'lt')
-- expect: false	s:1: attempt to call a table value (metamethod 'le')
-- expect: false	s:1: attempt to call a table value (metamethod 'le')
-- expect: false	attempt to call a table value
-- expect: true	nil
-- expect: false	s:1: attempt to call a table value (metamethod 'concat')
