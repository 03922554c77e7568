-module(fun_identity_and_info).
-export([main/0, f/1]).
main() ->
    F = fun f/1,
    G = fun(X) -> X end,
    io:format("~p ~p~n", [F =:= F, G =:= F]),
    io:format("~p ~p~n", [fun ?MODULE:f/1 =:= fun ?MODULE:f/1, fun ?MODULE:f/1]),
    io:format("~p~n", [erlang:fun_info(fun ?MODULE:f/1, type)]),
    io:format("~p ~p~n", [erlang:fun_info(G, arity), erlang:fun_info(G, module)]),
    io:format("~p~n", [make(1) =:= make(1)]),
    io:format("~p~n", [make(1) =:= make(2)]).
make(N) -> fun(X) -> X + N end.
f(X) -> X.
%% expect: true false
%% expect: true fun fun_identity_and_info:f/1
%% expect: {type,external}
%% expect: {arity,1} {module,fun_identity_and_info}
%% expect: true
%% expect: false
