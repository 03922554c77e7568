%% Many processes alive at once; each answers when asked.
-module(many_processes).
-export([main/1]).

main([]) -> main(["10000"]);
main([Text]) ->
    N = list_to_integer(Text),
    Self = self(),
    Before = erlang:system_info(process_count),
    Pids = [spawn(fun() -> wait(I, Self) end) || I <- lists:seq(1, N)],
    io:format("~p~n", [erlang:system_info(process_count) - Before]),
    [Pid ! ask || Pid <- Pids],
    io:format("~p~n", [collect(N, 0)]).

wait(I, Parent) -> receive ask -> Parent ! {answer, I} end.

collect(0, Sum) -> Sum;
collect(N, Sum) -> receive {answer, I} -> collect(N - 1, Sum + I) end.
