local x =
-- expect error: syntax_error_eof.lua:3: unexpected symbol near <eof>
