-module(spawn_and_messages).
-export([main/0, worker/2]).
main() ->
    Self = self(),
    spawn(fun() -> Self ! {from_fun, 1} end),
    receive M1 -> io:format("~p~n", [M1]) end,
    spawn(?MODULE, worker, [Self, 2]),
    receive M2 -> io:format("~p~n", [M2]) end,
    Pids = [spawn(fun() -> receive {ask, From} -> From ! {self(), N * N} end end) || N <- [1, 2, 3]],
    [P ! {ask, Self} || P <- Pids],
    io:format("~p~n", [[receive {P, V} -> V end || P <- lists:reverse(Pids)]]),
    io:format("~p ~p~n", [is_pid(Self), is_process_alive(Self)]).
worker(To, N) -> To ! {worker, N}.
%% expect: {from_fun,1}
%% expect: {worker,2}
%% expect: [9,4,1]
%% expect: true true
