-module(integer_loops_past_64_bits).
-export([main/0]).
main() ->
    io:format("~p~n", [double(70, 1)]),
    io:format("~p~n", [factorial(30, 1)]),
    io:format("~p~n", [sum(10, 9223372036854775800)]),
    io:format("~p~n", [down(9223372036854775810, 0)]),
    io:format("~p~n", [mixed(5, 1)]).
double(0, X) -> X;
double(N, X) -> double(N - 1, X + X).
factorial(0, X) -> X;
factorial(N, X) -> factorial(N - 1, X * N).
sum(0, X) -> X;
sum(N, X) -> sum(N - 1, X + N).
down(N, C) when N < 9223372036854775800 -> {N, C};
down(N, C) -> down(N - 1, C + 1).
mixed(0, X) -> X;
mixed(N, X) when N rem 2 =:= 0 -> mixed(N - 1, X * 0.5);
mixed(N, X) -> mixed(N - 1, X + 1).
%% expect: 1180591620717411303424
%% expect: 265252859812191058636308480000000
%% expect: 9223372036854775855
%% expect: {9223372036854775799,11}
%% expect: 2.0
