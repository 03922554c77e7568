-module(guards_and_clauses).
-export([a/1, b/1, c/1, d/1, e/1, f/1, g/1, h/1, i/1, j/1, k/1, l/1, m/1, n/1, o/1, p/1, q/1, r/1]).
a(X) when false -> {a}, X.
b(X) when 1 -> X; b(_) -> 2.
c(X) when a -> X; c(_) -> 2.
d(X) when 1 > 2 -> X; d(_) -> 2.
e(X) when a == b; false -> X; e(_) -> 2.
f(X) when X > 1, false -> X; f(_) -> 2.
g(X) -> case 1 of 2 -> hd([]), {X}, X; 1 -> 3 end.
h(X) -> case false of true -> X; false -> 3 end.
i(X) -> case a of {_} -> X; a -> 3 end.
j(X) -> case {X} of {_, _} -> X; {a} -> 3; _ -> 5 end.
k(X) -> case [X] of {_, _} -> X; [] -> 4; [a] -> 3; _ -> 5 end.
l(X) -> case {X, a} of {_, b} -> X; {1, c} -> 4; {2, a} -> 5 end.
m(X) -> {X} = {X, X}, hd([]).
n(X) -> {ok, X} = [X], 2.
o(X) -> ok = error, X.
p(X) -> ok = ok, [X] = {X}.
q(X) -> if false -> 1; X > 1 -> 2 end, if 1 > 2 -> 3 end.
r(X) ->
    receive Y when false -> Y after 1 -> 2 end,
    receive {W} -> {W}; _ -> 1 + X after 1 -> {X} end,
    F = fun(Z) when false -> Z; (_) -> 2 end,
    try F(X) of 2 when false -> 2; 3 -> 3 catch _:_ -> 4 end.
