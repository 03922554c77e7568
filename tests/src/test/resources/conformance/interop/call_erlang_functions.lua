local erlang = require("erlang")
print(erlang.call("lists", "sum", erlang.list(1, 2, 3))) -- expect: 6
print(erlang.tostring(erlang.call("lists", "seq", 1, 5))) -- expect: [1,2,3,4,5]
print(erlang.call("erlang", "abs", -7)) -- expect: 7
print(erlang.tostring(erlang.call("maps", "get", "key", erlang.map({key = 1})))) -- expect: 1
