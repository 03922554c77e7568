local function f(...)
  local a, b = ...
  return select("#", ...), { ... }, a, b
end
return f(1, 2)
