-module(body_recursion_is_deep).
-export([main/0]).
main() ->
    io:format("~p~n", [sum(lists:seq(1, 200000))]),
    io:format("~p~n", [depth(100000)]).
sum([]) -> 0;
sum([H | T]) -> H + sum(T).
depth(0) -> 0;
depth(N) -> 1 + try depth(N - 1) catch throw:never -> 0 end.
%% expect: 20000100000
%% expect: 100000
