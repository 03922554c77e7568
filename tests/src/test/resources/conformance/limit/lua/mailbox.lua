-- limit: mailbox=100
local erlang = require("erlang")
local me = erlang.self()
while true do pcall(erlang.send, me, 1) end
-- expect kill: mailbox
