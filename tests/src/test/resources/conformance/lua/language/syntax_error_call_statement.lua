local x = 1
x + 1
-- expect error: syntax_error_call_statement.lua:2: syntax error near '+'
