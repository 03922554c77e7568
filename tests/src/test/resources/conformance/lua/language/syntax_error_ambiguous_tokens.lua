local t = { 1, 2, , 3 }
-- expect error: syntax_error_ambiguous_tokens.lua:1: unexpected symbol near ','
