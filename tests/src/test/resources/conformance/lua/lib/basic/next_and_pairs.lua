print(next({}), next({ 10 }), next({ 10 }, 1))
local t = { 1, 2, 3, x = "a" }
local count, sum = 0, 0
for k, v in pairs(t) do count = count + 1 if type(v) == "number" then sum = sum + v end end
print(count, sum)
for k in pairs(t) do t[k] = nil end
print(next(t))
print(pcall(next, {}, "missing"))
print(pcall(pairs))
print(pcall(ipairs))
for i, v in ipairs({ 1, 2, nil, 4 }) do io.write(i, " ") end
print()
-- expect: nil	1	nil
-- expect: 4	6
-- expect: nil
-- expect: false	invalid key to 'next'
-- expect: false	bad argument #1 to 'pairs' (value expected)
-- expect: false	bad argument #1 to 'ipairs' (value expected)
-- expect: 1 2
