f() = 1
-- expect error: syntax_error_assign_to_call.lua:1: syntax error near '='
