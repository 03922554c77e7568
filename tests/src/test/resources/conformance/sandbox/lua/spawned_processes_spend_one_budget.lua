-- policy: untrusted
-- limit: reductions=5M,time=30s
local erlang = require("erlang")
for i = 1, 10 do erlang.spawn(function() while true do end end) end
erlang.receive()
-- expect kill: reductions
