%% Errors raised and caught in a loop, near and from some calls below.
-module(error_catch).
-export([main/1]).

main([]) -> main(["10000"]);
main([Text]) -> io:format("~p~n", [loop(list_to_integer(Text), 0)]).

loop(0, Sum) -> Sum;
loop(N, Sum) ->
    X = try deep(N rem 5, N) catch error:{found, Y} -> Y end,
    loop(N - 1, (Sum + X) rem 1000003).

deep(0, N) -> error({found, N});
deep(D, N) -> 1 + deep(D - 1, N).
