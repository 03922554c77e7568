local end = 1
-- expect error: syntax_error_reserved_word_as_name.lua:1: <name> expected near 'end'
