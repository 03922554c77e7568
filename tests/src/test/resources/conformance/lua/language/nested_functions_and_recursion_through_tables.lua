local m = {}
m.fib = function(n) if n < 2 then return n end return m.fib(n - 1) + m.fib(n - 2) end
print(m.fib(15)) -- expect: 610
local function y(f) return (function(x) return x(x) end)(function(x) return f(function(...) return x(x)(...) end) end) end
print(y(function(self) return function(n) return n == 0 and 1 or n * self(n - 1) end end)(10)) -- expect: 3628800
