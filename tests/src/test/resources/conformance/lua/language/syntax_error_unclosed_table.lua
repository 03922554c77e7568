local t = { 1, 2
print(t)
-- expect error: syntax_error_unclosed_table.lua:2: '}' expected (to close '{' at line 1) near 'print'
