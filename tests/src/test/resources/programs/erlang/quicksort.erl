%% Quicksort by list comprehension over pseudo-random numbers.
-module(quicksort).
-export([main/1]).

main([]) -> main(["1000"]);
main([Count]) ->
    Numbers = numbers(list_to_integer(Count), 42, []),
    Sorted = sort(Numbers),
    io:format("~p ~p ~p~n", [hd(Sorted), lists:last(Sorted), fingerprint(Sorted)]),
    io:format("~p~n", [Sorted =:= lists:sort(Numbers)]),
    io:format("~p~n", [sort([c, "text", 3, {1, 2}, 2.5, a, <<"b">>, #{}, []])]).

sort([]) -> [];
sort([Pivot | Rest]) ->
    sort([X || X <- Rest, X < Pivot]) ++ [Pivot] ++ sort([X || X <- Rest, X >= Pivot]).

numbers(0, _, Acc) -> Acc;
numbers(N, Seed, Acc) ->
    Next = (Seed * 1103515245 + 12345) rem 2147483648,
    numbers(N - 1, Next, [Next rem 100000 | Acc]).

fingerprint(List) -> lists:foldl(fun(X, Acc) -> (Acc * 31 + X) rem 1000000007 end, 0, List).
