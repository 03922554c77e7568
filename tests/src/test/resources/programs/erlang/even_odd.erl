%% Mutual tail recursion.
-module(even_odd).
-export([main/1]).

main([]) -> main(["1000000"]);
main([Text]) ->
    N = list_to_integer(Text),
    io:format("~p ~p~n", [even(N), even(N + 1)]).

even(0) -> true;
even(N) -> odd(N - 1).

odd(0) -> false;
odd(N) -> even(N - 1).
