% limit: depth=10000
-module(depth_without_frames).
-export([main/0]).
main() ->
    io:format("~p~n", [count(5000)]),
    try endless(1) catch _:_ -> caught after io:format("never~n") end.
count(0) -> 0;
count(N) -> 1 + count(N - 1).
endless(N) -> 1 + endless(N + 1).
%% expect: 5000
%% expect kill: depth
