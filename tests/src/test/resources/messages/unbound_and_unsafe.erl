-module(unbound_and_unsafe).
-export([a/1, b/1, c/1, d/1, e/1, f/1, g/1]).
a(X) -> Y + X + Z.
b(X) -> case X of 1 -> Y = 1; 2 -> Y = 2; _ -> ok end, Y.
c(X) -> if X -> Y = 1; true -> Z = 2 end, {Y, Z}.
d(X) -> try Y = X catch _:_ -> ok end, Y.
e(X) -> receive {a, Y} -> Y; b -> ok after X -> Z = 1 end, {Y, Z}.
f(X) -> (Y = X) + Y.
g(X) -> [Y || Y <- X], fun(Z) -> Z end, Y, Z.
