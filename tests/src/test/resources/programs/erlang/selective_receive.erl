%% Selective receive over a backlog, in priority order, and calls whose reference skips the backlog.
-module(selective_receive).
-export([main/1]).

main([]) -> main(["10000"]);
main([Text]) ->
    N = list_to_integer(Text),
    Self = self(),
    [Self ! {noise, I} || I <- lists:seq(1, N)],
    Self ! {urgent, 1},
    Self ! {urgent, 2},
    io:format("~p~n", [urgent([])]),
    Echo = spawn(fun Loop() -> receive {From, Ref, X} -> From ! {Ref, X}, Loop() end end),
    io:format("~p~n", [calls(1000, Echo, 0)]),
    io:format("~p~n", [drain(0, 0)]).

urgent(Acc) ->
    receive {urgent, X} -> urgent([X | Acc])
    after 0 -> lists:reverse(Acc)
    end.

calls(0, _, Sum) -> Sum;
calls(N, Echo, Sum) ->
    Ref = make_ref(),
    Echo ! {self(), Ref, N},
    receive {Ref, X} -> calls(N - 1, Echo, Sum + X) end.

drain(Count, Sum) ->
    receive {noise, I} -> drain(Count + 1, Sum + I)
    after 0 -> {Count, Sum}
    end.
