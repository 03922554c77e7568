local function pick(a, b)
  if a and (b or a > 1) then return a end
  return not a and b or "none"
end
return pick(1, 2)
