%% Tail-recursive loops over integers and floats, and one that runs past 64 bits.
-module(tail_loop).
-export([main/1]).

main([]) -> main(["1000000"]);
main([Text]) ->
    N = list_to_integer(Text),
    io:format("~p~n", [loop(N, 0)]),
    io:format("~p~n", [floats(N div 10, 0.0)]),
    io:format("~p~n", [doubling(200, 1)]).

loop(0, Acc) -> Acc;
loop(N, Acc) -> loop(N - 1, Acc + N).

floats(0, Acc) -> Acc;
floats(N, Acc) -> floats(N - 1, Acc * 0.5 + N).

doubling(0, Acc) -> Acc;
doubling(N, Acc) -> doubling(N - 1, Acc + Acc).
