%% Big integers: a factorial, its digits, and division back down to one.
-module(factorial).
-export([main/1]).

main([]) -> main(["100"]);
main([Text]) ->
    N = list_to_integer(Text),
    F = factorial(N),
    Digits = integer_to_list(F),
    io:format("~p ~p~n", [length(Digits), lists:sum([D - $0 || D <- Digits])]),
    io:format("~p~n", [undo(F, N)]),
    io:format("~p~n", [factorial(30)]),
    io:format("~p ~p~n", [-factorial(21) div 1000, -factorial(21) rem 1000]),
    io:format("~p~n", [(1 bsl 100) band ((1 bsl 70) - 1) bxor -1]),
    io:format("~p~n", [list_to_integer("123456789012345678901234567890") * 1.0]).

factorial(0) -> 1;
factorial(N) -> N * factorial(N - 1).

undo(F, 0) -> F;
undo(F, N) -> undo(F div N, N - 1).
