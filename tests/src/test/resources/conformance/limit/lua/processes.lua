-- limit: processes=10
local erlang = require("erlang")
while true do pcall(erlang.spawn, erlang.receive) end
-- expect kill: processes
