local function sign(x)
  if x > 0 then return "positive"
  elseif x < 0 then return "negative"
  elseif x ~= x then return "nan"
  else return "zero" end
end
print(sign(3), sign(-2), sign(0), sign(0/0)) -- expect: positive	negative	zero	nan
if nil then print("nil") elseif 0 then print("zero is true") end -- expect: zero is true
if "" then print("empty is true") end -- expect: empty is true
