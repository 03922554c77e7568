local function f(n)
  local a, b, c = 0, "x", nil
  if n > 0 then
    a = n
    if n > 1 then b = b .. n else c = n end
  else
    a, b = b, a
  end
  while n > 0 do
    n = n - 1
    if n == 2 then c = (c or 0) + n end
  end
  return a, b, c, n
end
print(f(0)) -- expect: x	0	nil	0
print(f(1)) -- expect: 1	x	1	0
print(f(5)) -- expect: 5	x5	2	0
