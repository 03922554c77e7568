-module(monitors).
-export([main/0]).
main() ->
    {P, R} = spawn_monitor(fun() -> exit(bye) end),
    receive {'DOWN', R, process, P, Why} -> io:format("~p~n", [Why]) end,
    R2 = monitor(process, P),
    receive {'DOWN', R2, process, P, Why2} -> io:format("~p~n", [Why2]) end,
    Q = spawn(fun() -> receive stop -> ok end end),
    R3 = monitor(process, Q),
    io:format("~p~n", [demonitor(R3)]),
    Q ! stop,
    io:format("~p~n", [receive {'DOWN', R3, _, _, _} -> got after 20 -> none end]),
    R4 = monitor(process, no_such_name),
    receive {'DOWN', R4, process, What, Why4} -> io:format("~p ~p~n", [element(1, What), Why4]) end,
    {P5, R5} = spawn_monitor(fun() -> ok end),
    has_message(),
    io:format("~p~n", [demonitor(R5, [flush])]),
    io:format("~p~n", [receive {'DOWN', R5, _, P5, _} -> got after 0 -> flushed end]),
    io:format("~p~n", [demonitor(R5, [info])]).
has_message() ->
    case process_info(self(), message_queue_len) of {_, 0} -> erlang:yield(), has_message(); _ -> ok end.
%% expect: bye
%% expect: noproc
%% expect: true
%% expect: none
%% expect: no_such_name noproc
%% expect: true
%% expect: flushed
%% expect: false
