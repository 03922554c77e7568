-module(registered_names).
-export([main/0]).
main() ->
    io:format("~p~n", [register(me, self())]),
    io:format("~p ~p~n", [whereis(me) =:= self(), whereis(nobody)]),
    me ! hello,
    receive hello -> io:format("got hello~n") end,
    io:format("~p~n", [catch_error(fun() -> register(me, self()) end)]),
    io:format("~p~n", [catch_error(fun() -> register(undefined, self()) end)]),
    io:format("~p~n", [catch_error(fun() -> nobody ! x end)]),
    io:format("~p~n", [lists:member(me, registered())]),
    io:format("~p~n", [unregister(me)]),
    io:format("~p~n", [catch_error(fun() -> unregister(me) end)]),
    P = spawn(fun() -> receive stop -> ok end end),
    register(worker, P),
    R = monitor(process, worker),
    worker ! stop,
    receive {'DOWN', R, process, {worker, _}, Why} -> io:format("~p~n", [Why]) end,
    io:format("~p~n", [whereis(worker)]),
    io:format("~p~n", [process_info(self(), registered_name)]).
catch_error(F) -> try F() catch error:R -> R end.
%% expect: true
%% expect: true undefined
%% expect: got hello
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: true
%% expect: true
%% expect: badarg
%% expect: normal
%% expect: undefined
%% expect: []
