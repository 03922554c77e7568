-module(guards).
-export([a/1, d/1]).
a(X) when (X = 1) -> X;
a(X) when self() -> X;
a(X) when begin X end -> X;
a(X) when X ! 1 -> X;
a(X) when [Y || Y <- X] -> X.
d(X) -> case X of A when A -> 1; _ when true, X > 1 -> 2 end.
