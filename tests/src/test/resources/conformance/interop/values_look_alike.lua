--[==[ erlang
-module(values).
-export([kind/1, give/1]).
kind(X) when is_integer(X) -> integer;
kind(X) when is_float(X) -> float;
kind(X) when is_boolean(X) -> boolean;
kind(X) when is_atom(X) -> atom;
kind(X) when is_binary(X) -> binary;
kind(X) when is_list(X) -> list;
kind(X) when is_tuple(X) -> tuple;
kind(X) when is_map(X) -> map;
kind(X) when is_function(X) -> function;
kind(X) when is_pid(X) -> pid;
kind(_) -> other.
give(integer) -> 1 bsl 40;
give(float) -> 1.5;
give(binary) -> <<"text">>;
give(atom) -> ok;
give(nil) -> nil;
give(list) -> [1, <<"two">>, [3]];
give(tuple) -> {point, 1, 2};
give(map) -> #{<<"a">> => 1, b => 2}.
]==]
local erlang = require("erlang")
local function kind(value) print(erlang.call("values", "kind", value)) end
kind(1) -- expect: integer
kind(1.0) -- expect: float
kind(true) -- expect: boolean
kind(nil) -- expect: atom
kind("s") -- expect: binary
kind(erlang.list(1)) -- expect: list
kind(erlang.tuple(1, 2)) -- expect: tuple
kind(erlang.map({a = 1})) -- expect: map
kind(print) -- expect: function
kind(erlang.self()) -- expect: pid
kind({}) -- expect: other
local function give(what) return erlang.call("values", "give", erlang.atom(what)) end
print(give("integer"), math.type(give("integer"))) -- expect: 1099511627776	integer
print(give("float"), give("binary"), give("atom"), give("nil")) -- expect: 1.5	text	ok	nil
print(erlang.type(give("list")), #give("list")) -- expect: list	3
local point = give("tuple")
print(erlang.type(point), #point, tostring(point[1]), point[2]) -- expect: tuple	3	point	1
print(erlang.totable(give("map")).a) -- expect: 1
