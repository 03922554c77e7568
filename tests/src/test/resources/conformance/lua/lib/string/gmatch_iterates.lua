for w in ("one two  three"):gmatch("%a+") do io.write("[", w, "]") end
print()
for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do io.write(k, ":", v, " ") end
print()
for p in ("abc"):gmatch("()") do io.write(p, " ") end
print()
for m in ("aXbX"):gmatch("(.-)X") do io.write("<", m, ">") end
print()
for m in ("hello"):gmatch("l", 4) do io.write(m, " ") end
print()
for m in ("abc"):gmatch("^a") do io.write("anchored ", m) end
print()
-- expect: [one][two][three]
-- expect: a:1 b:2
-- expect: 1 2 3 4
-- expect: <a><b>
-- expect: l
-- expect:
