if true then
  print(1)
-- expect error: syntax_error_missing_end.lua:4: 'end' expected (to close 'if' at line 1) near <eof>
