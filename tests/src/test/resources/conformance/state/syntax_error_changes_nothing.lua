x = 1
-- next evaluation
x = 2 x = = 3 -- expect error: syntax_error_changes_nothing.lua:3: unexpected symbol near '='
-- next evaluation
print(x) -- expect: 1
