local x = 3x
-- expect error: syntax_error_malformed_number.lua:1: malformed number near '3x'
