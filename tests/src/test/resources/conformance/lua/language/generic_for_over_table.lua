local t = {}
for x in t do end
-- expect error: generic_for_over_table.lua:2: attempt to call a table value (for iterator 'for iterator')
