-module(shadowing_and_scope).
-export([main/0]).
main() ->
    X = 1,
    F = fun(X1) -> X1 + X end,
    io:format("~p~n", [F(10)]),
    G = fun(X) -> X * 2 end,
    io:format("~p~n", [G(10)]),
    [io:format("~p ", [X]) || X <- [7, 8]],
    io:format("~p~n", [X]),
    case {ok, 5} of
        {ok, Y} -> ok;
        {other, Y} -> ok
    end,
    io:format("~p~n", [Y]),
    Y2 = if X =:= 1 -> Z = one, Z; true -> Z = other, Z end,
    io:format("~p ~p~n", [Y2, Z]),
    {A, B} = begin C = 3, {C, C + 1} end,
    io:format("~p ~p ~p~n", [A, B, C]),
    case 5 of X -> same; _ -> different end,
    H = fun() -> case 1 of X -> matched; _ -> no end end,
    io:format("~p~n", [H()]).
%% expect: 11
%% expect: 20
%% expect: 7 8 1
%% expect: 5
%% expect: one one
%% expect: 3 4 3
%% expect: matched
