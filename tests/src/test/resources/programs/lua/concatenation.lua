-- One long string grown by appending to it in a loop, and one grown at its front.
local n = tonumber(arg and arg[1]) or 5000
local s = ""
for i = 1, n do
  s = s .. "x"
end
print(#s)
local front = ""
for i = 1, math.floor(n / 50) do
  front = i .. "," .. front
end
print(#front, front:sub(1, 12))
local pieces = ""
for i = 1, n do
  pieces = pieces .. i .. "-" .. (i * 2) .. ";"
end
print(#pieces, pieces:sub(-20))
