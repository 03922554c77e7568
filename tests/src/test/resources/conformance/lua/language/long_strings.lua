print([[line one
line two]], [==[ a ]] b ]=] c ]==])
print(#[[

x]])
--[[ a comment
over lines ]] print("after comment")
--[==[ another ]] ]==] print("after level two")
---[[ not long
print("short comment")
--]]
-- expect: line one
-- expect: line two	 a ]] b ]=] c
-- expect: 2
-- expect: after comment
-- expect: after level two
-- expect: short comment
