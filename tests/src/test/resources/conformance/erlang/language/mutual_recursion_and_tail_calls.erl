-module(mutual_recursion_and_tail_calls).
-export([main/0, remote/2]).
main() ->
    io:format("~p~n", [even(100001)]),
    io:format("~p~n", [count(1000000, 0)]),
    io:format("~p~n", [remote(100000, 0)]),
    F = fun Loop(0) -> done; Loop(N) -> Loop(N - 1) end,
    io:format("~p~n", [F(1000000)]),
    io:format("~p~n", [through_case(300000)]).
even(0) -> true;
even(N) -> odd(N - 1).
odd(0) -> false;
odd(N) -> even(N - 1).
count(0, Acc) -> Acc;
count(N, Acc) -> count(N - 1, Acc + 1).
remote(0, Acc) -> Acc;
remote(N, Acc) -> ?MODULE:remote(N - 1, Acc + 2).
through_case(N) ->
    case N of
        0 -> finished;
        _ when N rem 2 =:= 0 -> if true -> through_case(N - 1) end;
        _ -> begin ok, through_case(N - 1) end
    end.
%% expect: false
%% expect: 1000000
%% expect: 200000
%% expect: done
%% expect: finished
