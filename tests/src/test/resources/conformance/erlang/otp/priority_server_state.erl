-module(priority_server_state).
-export([main/0]).
main() ->
    S = spawn(fun() -> loop(#{}) end),
    S ! {put, a, 1}, S ! {put, b, 2}, S ! {delete, a},
    io:format("~p ~p~n", [ask(S, a), ask(S, b)]),
    exit(S, kill),
    io:format("~p~n", [ask(S, b)]).
loop(State) ->
    receive
        {put, K, V} -> loop(State#{K => V});
        {delete, K} -> loop(maps:remove(K, State));
        {get, From, Ref, K} -> From ! {Ref, maps:get(K, State, none)}, loop(State)
    end.
ask(S, K) ->
    Ref = monitor(process, S),
    S ! {get, self(), Ref, K},
    receive
        {Ref, V} -> demonitor(Ref, [flush]), V;
        {'DOWN', Ref, process, _, Why} -> {down, Why}
    end.
%% expect: none 2
%% expect: {down,noproc}
