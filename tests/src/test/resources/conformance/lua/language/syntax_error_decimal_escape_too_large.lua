local s = "\300"
-- expect error: syntax_error_decimal_escape_too_large.lua:1: decimal escape too large near '"\300"'
