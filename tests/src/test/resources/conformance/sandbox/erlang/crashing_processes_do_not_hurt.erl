% policy: untrusted
% limit: reductions=3M,time=30s
-module(crashing_processes_do_not_hurt).
-export([main/0]).
main() ->
    [spawn(fun() -> error(boom) end) || _ <- lists:seq(1, 100)],
    receive after 20 -> ok end,
    io:format("alive~n").
% expect: alive
