-module(process_info_items).
-export([main/0]).
main() ->
    self() ! a, self() ! b,
    io:format("~p~n", [process_info(self(), message_queue_len)]),
    io:format("~p~n", [process_info(self(), messages)]),
    io:format("~p~n", [element(1, process_info(self(), reductions))]),
    io:format("~p~n", [process_info(self(), trap_exit)]),
    io:format("~p~n", [process_flag(trap_exit, true)]),
    io:format("~p~n", [process_flag(trap_exit, false)]),
    P = spawn(fun() -> receive stop -> ok end end),
    io:format("~p~n", [process_info(P, links)]),
    io:format("~p~n", [waits(P)]),
    R = monitor(process, P),
    P ! stop,
    receive {'DOWN', R, _, _, _} -> ok end,
    io:format("~p ~p~n", [process_info(P), is_process_alive(P)]),
    io:format("~p~n", [process_info(self(), registered_name)]),
    io:format("~p~n", [process_info(self(), [trap_exit, priority])]).
waits(P) ->
    case process_info(P, status) of {status, waiting} = S -> S; _ -> erlang:yield(), waits(P) end.
%% expect: {message_queue_len,2}
%% expect: {messages,[a,b]}
%% expect: reductions
%% expect: {trap_exit,false}
%% expect: false
%% expect: true
%% expect: {links,[]}
%% expect: {status,waiting}
%% expect: undefined false
%% expect: []
%% expect: [{trap_exit,false},{priority,normal}]
