-- reductions: 10070
local i = 0
::top::
i = i + 1
if i < 5000 then goto top end
while i > 0 do i = i - 1 end
print(i) -- expect: 0
