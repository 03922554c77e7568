local inf <const>, nan <const> = 1 / 0, 0 / 0
local function f() return inf, nan ~= nan, -inf end
print(f()) -- expect: inf	true	-inf
print(math.huge == inf, 2^1024 == inf) -- expect: true	true
