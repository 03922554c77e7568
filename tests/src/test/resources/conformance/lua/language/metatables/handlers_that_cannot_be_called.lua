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
