for _, p in ipairs { "[a", "%", "(a", "a)", "%1", "(()", "%b", "%f", "[%", "(a)%2", "%bx", "[]" } do
  print(p, pcall(string.find, "aaa", p))
end
print(pcall(string.rep))
print(pcall(string.gsub, "x", "x", "%2"))
print(pcall(string.gsub, "x", "x", "%q"))
print(pcall(string.gsub, "x", "(", "y"))
print(pcall(string.find, "a", ("(a"):rep(40) .. (")"):rep(40)))
-- expect: [a	false	malformed pattern (missing ']')
-- expect: %	false	malformed pattern (ends with '%')
-- expect: (a	false	unfinished capture
-- expect: a)	true	nil
-- expect: %1	false	invalid capture index %1
-- expect: (()	false	unfinished capture
-- expect: %b	false	malformed pattern (missing arguments to '%b')
-- expect: %f	false	missing '[' after '%f' in pattern
-- expect: [%	false	malformed pattern (missing ']')
-- expect: (a)%2	false	invalid capture index %2
-- expect: %bx	false	malformed pattern (missing arguments to '%b')
-- expect: []	false	malformed pattern (missing ']')
-- expect: false	bad argument #1 to 'string.rep' (string expected, got no value)
-- expect: false	invalid capture index %2
-- expect: false	invalid use of '%' in replacement string
-- expect: true	yxy	2
-- expect: true	nil
