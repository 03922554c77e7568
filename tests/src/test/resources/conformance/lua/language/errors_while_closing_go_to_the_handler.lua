local function failing(name)
  return setmetatable({}, {__close = function(_, e) error(name .. " after " .. tostring(e), 0) end})
end
local function body()
  local a <close> = failing("a")
  local b <close> = failing("b")
  error("body", 0)
end
local function handler(m)
  print("handler", m)
  return "<" .. m .. ">"
end
print(xpcall(body, handler))
print(coroutine.wrap(function() return xpcall(body, handler) end)())
print(xpcall(body, function(m) return (debug.traceback(m, 1):gsub("\n.*", "")) end))
-- expect: handler	body
-- expect: handler	b after <body>
-- expect: handler	a after <b after <body>>
-- expect: false	<a after <b after <body>>>
-- expect: handler	body
-- expect: handler	b after <body>
-- expect: handler	a after <b after <body>>
-- expect: false	<a after <b after <body>>>
-- expect: false	a after b after body
