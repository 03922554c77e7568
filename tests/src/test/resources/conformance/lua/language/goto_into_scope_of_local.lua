do
goto skip
local x = 1
::skip::
print(x)
end
print("after")
-- expect error: goto_into_scope_of_local.lua:5: <goto skip> at line 2 jumps into the scope of local 'x'
