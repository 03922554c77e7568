-- Which complaint comes when both the value and the specification are wrong.
for _, case in ipairs({
  { "%#5d", "x" },
  { "%#5d", 1.5 },
  { "%+u", {} },
  { "%100x", "x" },
  { "%100x", 1 },
  { "%.100f", {} },
  { "%.100f", 1 },
  { "%100a", {} },
  { "%#s", "a\0b" },
  { "%#s", "ab" },
  { "%5c", "x" },
  { "%05c", "x" },
}) do
  print(case[1], select(2, pcall(string.format, table.unpack(case))))
end
-- expect: %#5d	bad argument #2 to 'string.format' (number expected, got string)
-- expect: %#5d	bad argument #2 to 'string.format' (number has no integer representation)
-- expect: %+u	bad argument #2 to 'string.format' (number expected, got table)
-- expect: %100x	bad argument #2 to 'string.format' (number expected, got string)
-- expect: %100x	invalid conversion specification: '%100x'
-- expect: %.100f	bad argument #2 to 'string.format' (number expected, got table)
-- expect: %.100f	invalid conversion specification: '%.100f'
-- expect: %100a	invalid conversion specification: '%100a'
-- expect: %#s	bad argument #2 to 'string.format' (string contains zeros)
-- expect: %#s	invalid conversion specification: '%#s'
-- expect: %5c	bad argument #2 to 'string.format' (number expected, got string)
-- expect: %05c	invalid conversion specification: '%05c'
