%% Naive reverse: quadratic on purpose.
-module(nrev).
-export([main/1]).

main([]) -> main(["20"]);
main([Rounds]) ->
    List = lists:seq(1, 300),
    io:format("~p~n", [repeat(list_to_integer(Rounds), List, 0)]).

repeat(0, _, Sum) -> Sum;
repeat(N, List, Sum) -> repeat(N - 1, List, Sum + hd(reverse(List))).

reverse([]) -> [];
reverse([H | T]) -> append(reverse(T), [H]).

append([], L) -> L;
append([H | T], L) -> [H | append(T, L)].
