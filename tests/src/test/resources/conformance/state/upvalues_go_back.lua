local n = 0
function get() return n end
function count() n = n + 1 return n end
print(count()) -- expect: 1
-- next evaluation
count()
error(count()) -- expect error: 3
-- next evaluation
print(get(), count()) -- expect: 1	2
