% policy: untrusted
% limit: reductions=3M,time=30s
-module(crashing_processes_do_not_hurt).
-export([main/0]).
main() ->
    Monitors = [spawn_monitor(fun() -> error(boom) end) || _ <- lists:seq(1, 100)],
    [receive {'DOWN', R, _, _, _} -> ok end || {_, R} <- Monitors],
    io:format("alive~n").
% expect: alive
