-module(closures).
-export([adder/1, twice/2]).

adder(N) -> fun(X) -> X + N end.
twice(F, X) -> F(F(X)).
