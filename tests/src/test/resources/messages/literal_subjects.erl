-module(literal_subjects).
-export([a/1, b/1, c/1, d/1, e/1, f/1, g/1, h/0, i/1]).
a(X) -> case 1 of 2 -> X; 3 -> 4 end.
b(X) -> case {X, 1} of {_, 2} -> 1; {_, _, _} -> 2; {a, 1} -> 4; _ -> 3 end.
c(X) -> case {a, 1} of {b, _} -> 1; {_, 2} -> X end.
d(X) -> case {X, {a}} of {_, {b}} -> 1; {_, {_, _}} -> 2; {_, []} -> 3; {_, Y} -> Y end.
e(X) -> case [a, X] of [b | _] -> 1; [a, Y] when Y > 1, Y < 3 -> 2; {} -> 3; a -> 4; [_ | _] -> 5 end.
f(X) -> case "abc" of "abd" -> X; [$a | _] -> 2 end.
g(X) -> case {X} of {a} when false -> 1; {b} -> 2 end.
h() -> 1 = 1, "a" = [$a], {ok, _} = {ok, 1}.
i(X) -> {ok, {Y, Z}} = {ok, X}, [Y | Z] = [X], #{a := Y} = #{a => Z}.
