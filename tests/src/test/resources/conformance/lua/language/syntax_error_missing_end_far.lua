local function f()
  while true do
    print(1)
end
-- expect error: syntax_error_missing_end_far.lua:6: 'end' expected (to close 'function' at line 1) near <eof>
