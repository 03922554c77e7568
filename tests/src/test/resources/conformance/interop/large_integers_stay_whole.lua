local erlang = require("erlang")
local big = erlang.call("erlang", "bsl", 1, 100)
print(erlang.tostring(big)) -- expect: 1267650600228229401496703205376
print(erlang.tostring(erlang.call("erlang", "+", big, 1))) -- expect: 1267650600228229401496703205377
