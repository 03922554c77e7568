local names = { "add", "sub", "mul", "div", "mod", "pow", "unm", "idiv", "band", "bor", "bxor", "shl", "shr", "bnot", "concat" }
local mt = {}
for _, name in ipairs(names) do
  mt["__" .. name] = function(a, b)
    return name .. "(" .. (type(a) == "table" and "T" or tostring(a)) .. "," .. (type(b) == "table" and "T" or tostring(b)) .. ")"
  end
end
local t = setmetatable({}, mt)
print(t + 1, 1 - t, t * t, t / "x", t % nil, t ^ 2) -- expect: add(T,1)	sub(1,T)	mul(T,T)	div(T,x)	mod(T,nil)	pow(T,2)
print(-t, t // 2, t & 1, 1 | t, t ~ t, t << 1, 1 >> t, ~t) -- expect: unm(T,T)	idiv(T,2)	band(T,1)	bor(1,T)	bxor(T,T)	shl(T,1)	shr(1,T)	bnot(T,T)
print(t .. "s", "s" .. t, 1 .. t) -- expect: concat(T,s)	concat(s,T)	concat(1,T)
