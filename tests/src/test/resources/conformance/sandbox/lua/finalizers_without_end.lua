-- policy: untrusted
-- limit: reductions=20M,time=30s
-- Marking costs what it makes the JVM do.
local meta = {__gc = function(o) setmetatable(o, getmetatable(o)) end}
while true do setmetatable({}, meta) end
-- expect kill: reductions|memory
