-module(shadowing).
-export([a/2]).
a(X, Y) -> F = fun(X) -> X end, G = fun X() -> Y end, [X || X <- Y], [Z || {Z, X} <- Y, Z <- X], {F, G, << <<X>> || <<X>> <= Y >>}.
