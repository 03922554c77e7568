%% Locks of module global: held under a requester's name, freed by the end of their holder.
-module(locks_of_global).
-export([main/0]).

main() ->
    io:format("~p~n", [global:set_lock({res, me})]),
    io:format("~p~n", [global:set_lock({res, me})]),
    io:format("~p~n", [global:set_lock({res, other}, [node()], 0)]),
    io:format("~p~n", [global:del_lock({res, other})]),
    io:format("~p~n", [global:set_lock({res, other}, [node()], 0)]),
    io:format("~p~n", [global:del_lock({res, me})]),
    io:format("~p~n", [global:del_lock({res, me}, [node()])]),
    io:format("~p~n", [global:set_lock({res, other}, [node()], 0)]),
    io:format("~p~n", [global:trans({res, me}, fun() -> not_called end, [node()], 0)]),
    io:format("~p~n", [global:del_lock({res, other})]),
    io:format("~p~n", [global:trans({res, me}, fun() -> called end)]),
    io:format("~p~n", [catch global:trans({res, me}, fun() -> throw(ball) end)]),
    io:format("~p~n", [global:set_lock({res, again}, [node()], 0)]),
    global:del_lock({res, again}),
    Main = self(),
    {P, M} = spawn_monitor(fun() -> Main ! global:set_lock({res, child}), receive stop -> ok end end),
    receive Taken -> io:format("~p~n", [Taken]) end,
    io:format("~p~n", [global:set_lock({res, me}, [node()], 0)]),
    P ! stop,
    receive {'DOWN', M, _, _, _} -> ok end,
    io:format("~p~n", [global:set_lock({res, me})]),
    io:format("~p~n", [global:del_lock({res, me})]),
    io:format("~p~n", [try global:set_lock(res) catch error:R -> R end]),
    ok.
%% expect: true
%% expect: true
%% expect: false
%% expect: true
%% expect: false
%% expect: true
%% expect: true
%% expect: true
%% expect: aborted
%% expect: true
%% expect: called
%% expect: ball
%% expect: true
%% expect: true
%% expect: false
%% expect: true
%% expect: true
%% expect: function_clause
