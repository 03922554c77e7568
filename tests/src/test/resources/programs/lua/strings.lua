-- Building strings by concatenation and by buffers, and taking texts apart with patterns.
local n = tonumber(arg and arg[1]) or 500

local text = ""
for i = 1, n do
  text = text .. i .. ","
end
print(#text, text:sub(1, 20), text:sub(-20))

local buffer = {}
for i = 1, n do
  buffer[#buffer + 1] = ("%05d:%s"):format(i, ("x"):rep(i % 4))
end
local joined = table.concat(buffer, ";")
print(#joined, joined:sub(1, 40))

local sum, items = 0, 0
for digits in text:gmatch("%d+") do
  sum, items = sum + tonumber(digits), items + 1
end
print(sum, items)

local counts = {}
local words = ("the quick brown fox jumps over the lazy dog and the fox sleeps "):rep(math.floor(n / 50))
for word in words:gmatch("%a+") do
  counts[word] = (counts[word] or 0) + 1
end
local ranking = {}
for word, count in pairs(counts) do
  ranking[#ranking + 1] = { word, count }
end
table.sort(ranking, function(a, b)
  return a[2] > b[2] or a[2] == b[2] and a[1] < b[1]
end)
for i = 1, 4 do
  print(ranking[i][1], ranking[i][2])
end

print(words:gsub("fox", "cat"):sub(1, 60))
print((words:sub(1, 63):gsub("(%a)(%a*)", function(head, tail) return head:upper() .. tail end)))
print((("$name is $age"):gsub("%$(%a+)", { name = "Ada", age = 36 })))
print(("  trim me  "):match("^%s*(.-)%s*$") .. "|")
for key, value in ("a=1, b=22, c=333"):gmatch("(%w+)=(%w+)") do
  io.write(key, "->", value, " ")
end
print()
print(("f(a(b)c)d"):match("%b()"), ("THE (quick) fox"):find("%((%a+)%)"))
print(("hello world"):reverse(), ("%d items at %5.2f each: %-8s|%q"):format(3, 1.5, "ok", "a\nb"))
