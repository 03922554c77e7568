-module(selective_receive_order).
-export([main/0]).
main() ->
    [self() ! M || M <- [a, {b, 1}, c, {b, 2}, d]],
    io:format("~p~n", [receive {b, X} -> X end]),
    io:format("~p~n", [receive d -> d end]),
    io:format("~p~n", [receive Y -> Y end]),
    io:format("~p~n", [[receive Z -> Z end || _ <- [1, 2]]]),
    io:format("~p~n", [receive W -> W after 0 -> none end]),
    self() ! x, self() ! y,
    io:format("~p~n", [receive V when V =:= y -> {guarded, V} end]),
    receive x -> ok end,
    self() ! 1,
    io:format("~p~n", [receive N when N > 1 -> big after 1 -> timeout end]),
    receive 1 -> ok end.
%% expect: 1
%% expect: d
%% expect: a
%% expect: [c,{b,2}]
%% expect: none
%% expect: {guarded,y}
%% expect: timeout
