if x do end
-- expect error: syntax_error_missing_then.lua:1: 'then' expected near 'do'
