-module(links_and_exits).
-export([main/0]).
main() ->
    process_flag(trap_exit, true),
    show(spawn_link(fun() -> ok end)),
    show(spawn_link(fun() -> exit(reason) end)),
    show(spawn_link(fun() -> exit(normal) end)),
    P1 = spawn_link(fun() -> receive x -> ok end end),
    exit(P1, kill),
    show(P1),
    P2 = spawn_link(fun() -> receive x -> ok end end),
    exit(P2, shutdown),
    show(P2),
    Self = self(),
    P3 = spawn_link(fun() -> process_flag(trap_exit, true), Self ! ready, receive {'EXIT', _, R} -> exit({got, R}) end end),
    receive ready -> ok end,
    exit(P3, poke),
    show(P3),
    P4 = spawn_link(fun() -> receive x -> ok end end),
    unlink(P4),
    exit(P4, kill),
    io:format("~p~n", [receive {'EXIT', P4, _} -> got after 20 -> nothing end]),
    exit(self(), to_myself),
    receive {'EXIT', Me, R5} -> io:format("~p ~p~n", [Me =:= self(), R5]) end,
    exit(self(), normal),
    receive {'EXIT', _, R6} -> io:format("~p~n", [R6]) end.
show(Pid) -> receive {'EXIT', Pid, R} -> io:format("~p~n", [R]) end.
%% expect: normal
%% expect: reason
%% expect: normal
%% expect: killed
%% expect: shutdown
%% expect: {got,poke}
%% expect: nothing
%% expect: true to_myself
%% expect: normal
