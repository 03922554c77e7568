--[==[ erlang
-module(failing).
-export([divide/2, throw_it/1, match/1]).
divide(A, B) -> A div B.
throw_it(X) -> throw(X).
match({ok, X}) -> X.
]==]
local erlang = require("erlang")
local ok, reason = pcall(erlang.call, "failing", "divide", 1, 0)
print(ok, tostring(reason)) -- expect: false	badarith
ok, reason = pcall(erlang.call, "failing", "throw_it", "ball")
print(ok, tostring(reason)) -- expect: false	ball
ok, reason = pcall(erlang.call, "failing", "match", 1)
print(ok, tostring(reason)) -- expect: false	function_clause
ok, reason = pcall(erlang.call, "failing", "missing")
print(ok, tostring(reason)) -- expect: false	undef
