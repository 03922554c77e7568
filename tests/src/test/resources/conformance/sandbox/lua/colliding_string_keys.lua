-- policy: untrusted
-- limit: reductions=20M,time=30s
local t = {}
local function g(p, n)
  if n == 0 then t[p] = 1 else g(p .. "Aa", n - 1) g(p .. "BB", n - 1) end
end
g("", 14)
print("ok")
-- expect: ok
