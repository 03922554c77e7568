%% Body recursion as deep as the list is long.
-module(body_sum).
-export([main/1]).

main([]) -> main(["1000000"]);
main([N]) ->
    List = lists:seq(1, list_to_integer(N)),
    io:format("~p~n", [sum(List)]),
    io:format("~p~n", [length(map(fun(X) -> X * 2 end, List))]).

sum([]) -> 0;
sum([H | T]) -> H + sum(T).

map(_, []) -> [];
map(F, [H | T]) -> [F(H) | map(F, T)].
