local s = "a\tb\\\"\'\65\x41\u{48}\z
           end\
next"
print(s)
print(#"\0\a\b\f\n\r\t\v\255\u{7FFFFFFF}")
print(("\u{e9}\u{1F319}"):byte(1, -1))
-- expect: a	b\"'AAHend
-- expect: next
-- expect: 15
-- expect: 195	169	240	159	140	153
