local 1 = 2
-- expect error: syntax_error_name_expected.lua:1: <name> expected near '1'
