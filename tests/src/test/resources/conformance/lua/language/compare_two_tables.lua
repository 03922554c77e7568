local a, b = {}, {}
print(a < b)
-- expect error: compare_two_tables.lua:2: attempt to compare two table values
