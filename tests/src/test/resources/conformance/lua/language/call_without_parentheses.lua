local function f(x) return type(x) == "table" and #x or x end
print(f"string", f'single', f[[long]], f{ 1, 2, 3 }) -- expect: string	single	long	3
print(type "x", #f "abc") -- expect: string	3
local o = { m = function(self, x) return x end }
print(o:m"one", o:m{ 1 }[1]) -- expect: one	1
