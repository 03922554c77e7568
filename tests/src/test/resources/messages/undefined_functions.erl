-module(undefined_functions).
-export([a/0, b/1, missing/3]).
-export([a/0]).
a() -> nosuch(), other(1, 2), lists:nosuch(3), fun gone/2, nosuch(), fun gone/2.
b(X) when foo(X) -> X;
b(X) when lists:member(X, []) -> X;
b(X) when X == fun b/1 -> X.
