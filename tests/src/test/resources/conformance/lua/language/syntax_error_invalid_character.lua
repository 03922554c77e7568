local x = 1 @ 2
-- expect error: syntax_error_invalid_character.lua:1: unexpected symbol near '@'
