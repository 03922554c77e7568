-module(try_in_functions).
-export([main/0]).
main() ->
    io:format("~p~n", [safe_div(10, 2)]),
    io:format("~p~n", [safe_div(10, 0)]),
    io:format("~p~n", [safe_div(a, 0)]),
    io:format("~p~n", [nested(1)]),
    io:format("~p~n", [nested(2)]),
    io:format("~p~n", [nested(3)]),
    io:format("~p~n", [cleanup()]),
    io:format("~p~n", [reraise()]),
    io:format("~p~n", [count(1000, 0)]).
safe_div(A, B) ->
    try A div B of
        N -> {ok, N}
    catch
        error:badarith when B =:= 0, is_integer(A) -> {error, zero};
        error:badarith -> {error, type}
    end.
nested(N) ->
    try
        try f(N) catch throw:one -> inner_one after io:format("inner after ~p~n", [N]) end
    catch
        throw:two -> outer_two;
        exit:three -> outer_three
    after
        io:format("outer after ~p~n", [N])
    end.
f(1) -> throw(one);
f(2) -> throw(two);
f(3) -> exit(three).
cleanup() ->
    Self = self(),
    try self() ! during, value after Self ! after_clause end,
    receive during -> receive after_clause -> both end end.
reraise() ->
    try
        try error(first) catch C:R:S -> erlang:raise(C, {wrapped, R}, S) end
    catch error:{wrapped, first} -> unwrapped
    end.
count(0, Acc) -> Acc;
count(N, Acc) ->
    Acc1 = try if N rem 2 =:= 0 -> throw(even); true -> Acc end catch even -> Acc + 1 end,
    count(N - 1, Acc1).
%% expect: {ok,5}
%% expect: {error,zero}
%% expect: {error,type}
%% expect: inner after 1
%% expect: outer after 1
%% expect: inner_one
%% expect: inner after 2
%% expect: outer after 2
%% expect: outer_two
%% expect: inner after 3
%% expect: outer after 3
%% expect: outer_three
%% expect: both
%% expect: unwrapped
%% expect: 500
