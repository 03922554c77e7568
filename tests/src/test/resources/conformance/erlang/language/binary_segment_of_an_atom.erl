% What is sure to fail is a warning at most, also where a constant of another type stands for a binary.
-module(binary_segment_of_an_atom).
-export([main/0]).

main() ->
    io:format("~p~n", [reason(fun() -> <<(1 == -1)/binary, 1>> end)]),
    io:format("~p~n", [reason(fun() -> X = foo, <<X/binary, 1>> end)]),
    io:format("~p~n", [reason(fun() -> X = foo, <<X:3/bits>> end)]),
    io:format("~p~n", [reason(fun() -> X = 1.5, <<X/binary-unit:4>> end)]).

reason(F) ->
    try F() catch error:Reason -> Reason end.
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
