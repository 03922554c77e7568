local x = "abc
-- expect error: syntax_error_unfinished_string.lua:1: unfinished string near '"abc'
