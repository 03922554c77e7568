-module(funs).
-export([a/0, b/1]).
a() -> fun nosuch/1, fun lists:map/2, fun erlang:foo/77.
b(X) -> fun X:foo/1, fun() -> Z = 1 end, Z.
