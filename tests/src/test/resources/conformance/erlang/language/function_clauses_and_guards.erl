-module(function_clauses_and_guards).
-export([main/0]).
main() ->
    [io:format("~p~n", [classify(X)]) || X <- [0, 1, -1, 2.5, [], [1], {}, {a, b}, "ab", atom, <<>>, #{}]],
    io:format("~p~n", [catch strict(5)]).
classify(0) -> zero;
classify(N) when is_integer(N), N > 0 -> positive;
classify(N) when is_integer(N) -> negative;
classify(F) when is_float(F) -> float;
classify([]) -> empty_list;
classify([X]) -> {one, X};
classify([_ | _]) -> list;
classify({}) -> empty_tuple;
classify({_, B}) -> {pair, B};
classify(A) when is_atom(A) -> atom;
classify(_) -> other.
strict(a) -> b;
strict(_) -> throw(thrown).
%% expect: zero
%% expect: positive
%% expect: negative
%% expect: float
%% expect: empty_list
%% expect: {one,1}
%% expect: empty_tuple
%% expect: {pair,b}
%% expect: list
%% expect: atom
%% expect: other
%% expect: other
%% expect: thrown
