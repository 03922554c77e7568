local x = "a\qb"
-- expect error: syntax_error_bad_escape.lua:1: invalid escape sequence near '"a\q'
