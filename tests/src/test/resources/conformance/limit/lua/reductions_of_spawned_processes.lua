-- limit: reductions=1M
local erlang = require("erlang")
erlang.spawn(function() while true do end end)
erlang.receive()
-- expect kill: reductions
