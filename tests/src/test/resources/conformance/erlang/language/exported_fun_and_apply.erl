-module(exported_fun_and_apply).
-export([main/0, add/2]).
main() ->
    io:format("~p~n", [apply(?MODULE, add, [1, 2])]),
    io:format("~p~n", [apply(fun add/2, [3, 4])]),
    io:format("~p~n", [apply(fun ?MODULE:add/2, [5, 6])]),
    M = ?MODULE, F = add,
    io:format("~p~n", [M:F(7, 8)]),
    io:format("~p~n", [catch_undef(fun() -> M:missing() end)]),
    io:format("~p~n", [erlang:function_exported(M, add, 2)]),
    io:format("~p~n", [erlang:function_exported(M, catch_undef, 1)]).
add(A, B) -> A + B.
catch_undef(F) -> try F() catch error:undef -> undef end.
%% expect: 3
%% expect: 7
%% expect: 11
%% expect: 15
%% expect: undef
%% expect: true
%% expect: false
