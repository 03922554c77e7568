goto skip
local x = 1
::skip::
print(x)
-- expect error: goto_into_scope_of_local.lua:4: <goto skip> at line 1 jumps into the scope of local 'x'
