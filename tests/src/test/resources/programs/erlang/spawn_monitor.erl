%% Starts processes one after another, each monitored until it ends.
-module(spawn_monitor).
-export([main/1]).

main([]) -> main(["2000"]);
main([Text]) -> io:format("~p~n", [loop(list_to_integer(Text), 0)]).

loop(0, Ended) -> Ended;
loop(N, Ended) ->
    {Pid, Ref} = spawn_monitor(fun() -> ok end),
    receive {'DOWN', Ref, process, Pid, normal} -> loop(N - 1, Ended + 1) end.
