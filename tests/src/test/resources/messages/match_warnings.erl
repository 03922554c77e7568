-module(match_warnings).
-export([a/1, b/1, c/0, d/1, e/1, f/1]).
a(X) -> case X of _ -> 1; 2 -> 3 end.
b(_) -> 1;
b(2) -> 2.
c() -> X = [1 + a], Y = 1 div 0, {X, Y, a - 1, 1.5 * 2, 1.0 rem 2}.
d(X) when X, X > 1 -> 1; d(_) -> 2.
e(X) -> {a, X}, [X], "abc", X + 1, X == 1, fun() -> X end, -X, not X, [], atom, "", $a, 1, <<X>>, #{}, ok.
f(X) -> length(X), is_atom(X), self(), node(), max(X, X), put(a, X), lists:sort(X), erlang:hd(X), [{Y} || Y <- X],
    case X of 1 -> {X}; _ -> X end, begin [X] end, X.
