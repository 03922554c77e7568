print((1 + 2)
-- expect error: syntax_error_missing_paren.lua:3: ')' expected (to close '(' at line 1) near <eof>
