local x = [[abc
def
-- expect error: syntax_error_unfinished_long_string.lua:4: unfinished long string (starting at line 1) near <eof>
