local function loop(n, acc)
  if n == 0 then return acc end
  return loop(n - 1, acc + 1)
end
print(loop(1000000, 0)) -- expect: 1000000
local ping, pong
function ping(n) if n == 0 then return "ping" end return pong(n - 1) end
function pong(n) if n == 0 then return "pong" end return ping(n - 1) end
print(ping(300001)) -- expect: pong
local o = {}
function o:count(n) if n == 0 then return self == o end return self:count(n - 1) end
print(o:count(300000)) -- expect: true
print(select("#", (function(...) return ... end)(1, 2, 3))) -- expect: 3
