%% Links and exit signals: trap_exit around a child that divides by zero, cascades, kill, monitors.
-module(exit_trap).
-export([main/1, divide/2]).

main(_) ->
    process_flag(trap_exit, true),
    Child = spawn_link(fun() -> divide(1, 0) end),
    receive
        {'EXIT', Child, {badarith, Stack}} ->
            {?MODULE, divide, Arity, _} = lists:keyfind(divide, 2, Stack),
            io:format("child died of badarith in divide/~p~n", [Arity])
    end,
    Normal = spawn_link(fun() -> done end),
    receive {'EXIT', Normal, R1} -> io:format("~p~n", [R1]) end,
    Custom = spawn_link(fun() -> exit({custom, 1}) end),
    receive {'EXIT', Custom, R2} -> io:format("~p~n", [R2]) end,
    Asleep = spawn_link(fun() -> receive never -> ok end end),
    exit(Asleep, kill),
    receive {'EXIT', Asleep, R3} -> io:format("~p~n", [R3]) end,
    Ignoring = spawn_link(fun() -> receive finish -> exit(finished) end end),
    exit(Ignoring, normal),
    Ignoring ! finish,
    receive {'EXIT', Ignoring, R4} -> io:format("~p~n", [R4]) end,
    io:format("~p~n", [cascade(50)]),
    {Pid, Monitor} = spawn_monitor(fun() -> exit(bye) end),
    receive {'DOWN', Monitor, process, Pid, R5} -> io:format("~p~n", [R5]) end,
    Late = monitor(process, Pid),
    receive {'DOWN', Late, process, Pid, R6} -> io:format("~p~n", [R6]) end,
    io:format("~p~n", [try link(Pid), receive {'EXIT', Pid, R7} -> R7 end catch error:noproc -> noproc end]).

divide(A, B) -> A div B.

%% A chain of linked processes; the last one dies and takes all others with it.
cascade(N) ->
    First = spawn_link(fun() -> chain(N) end),
    receive {'EXIT', First, Reason} -> Reason end.

chain(0) -> exit(end_of_chain);
chain(N) ->
    spawn_link(fun() -> chain(N - 1) end),
    receive never -> ok end.
