local t = {}
print(t[nil]) -- expect: nil
t[nil] = 1
-- expect error: table_nil_key.lua:3: table index is nil
