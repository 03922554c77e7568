%% A message costs the same whether it or the receive was there first, under frames and without.
-module(waiting_costs_no_reductions).
-export([main/0]).

main() ->
    First = cost(fun() -> receive m -> ok end end, 0, 30),
    Later = cost(fun() -> receive m -> ok end end, 30, 0),
    io:format("~p~n", [First - Later]), % expect: 0
    Deep = cost(fun() -> {receive m -> ok end} end, 0, 30),
    Held = cost(fun() -> {receive m -> ok end} end, 30, 0),
    io:format("~p~n", [Deep - Held]), % expect: 0
    Timed = cost(fun() -> wait(10) end, never, 0),
    Untimed = cost(fun() -> wait(1) end, never, 0),
    io:format("~p~n", [Timed - Untimed]). % expect: 0

%% What Receive uses up in a process of its own, when the message is sent at a time and it looks at
%% another.
cost(Receive, Send, Look) ->
    Self = self(),
    Pid = spawn(fun() ->
        wait(Look),
        {reductions, Before} = process_info(self(), reductions),
        Receive(),
        {reductions, After} = process_info(self(), reductions),
        Self ! {cost, After - Before}
    end),
    Send =/= never andalso begin wait(Send), Pid ! m end,
    receive {cost, Cost} -> Cost end.

wait(0) -> ok;
wait(Time) -> receive never -> ok after Time -> ok end.
