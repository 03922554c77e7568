local lines = 0
function count() lines = lines + 1 end
function seen() return lines end
-- next evaluation
debug.sethook(count, "l")
local x = 1
error("no") -- expect error: hooks_go_back.lua:7: no
-- next evaluation
local x = 1
print(seen(), debug.gethook()) -- expect: 0	nil
-- next evaluation
-- expect kill: reductions
debug.sethook(function() while true do end end, "l")
local x = 1
-- next evaluation
print(debug.gethook()) -- expect: nil
print(pcall(error, "still works", 0)) -- expect: false	still works
-- limit: reductions=2M
