print("never")
local x = = 1
-- expect error: syntax_error_unexpected_symbol.lua:2: unexpected symbol near '='
