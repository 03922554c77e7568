local x = 1
break
-- expect error: break_outside_loop.lua:4: break outside loop at line 2
