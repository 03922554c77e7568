do
  return 1
  print(2)
end
-- expect error: syntax_error_return_not_last.lua:3: 'end' expected (to close 'do' at line 1) near 'print'
