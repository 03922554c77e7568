-module(unused_variables).
-export([a/1, b/2, c/1, d/1, e/1, f/0]).
a(X) -> ok.
b(X, {Y, Z}) -> Y.
c(X) -> Y = X, case X of {A, B} -> A; [H | T] -> T end.
d(X) -> fun(Y) -> X end.
e(X) -> [1 || Y <- X], [{Z} || {Z, W} <- X, is_atom(Z)], << <<1>> || <<B>> <= X >>.
f() -> try g(1) of X -> 1 catch C:R:S -> 2 end.
g(_Used) -> _Used.
