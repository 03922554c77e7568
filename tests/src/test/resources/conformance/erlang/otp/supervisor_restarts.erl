-module(supervisor_restarts).
-behaviour(supervisor).
-export([main/0, init/1, start_child/1]).
main() ->
    {ok, Sup} = supervisor:start_link(?MODULE, []),
    P1 = whereis(child_a),
    B1 = whereis(child_b),
    exit(P1, kill),
    P2 = wait_for(child_a, P1),
    io:format("~p ~p~n", [P1 =/= P2, whereis(child_b) =:= B1]),
    io:format("~p~n", [lists:sort([Id || {Id, _, _, _} <- supervisor:which_children(Sup)])]),
    io:format("~p~n", [lists:sort(supervisor:count_children(Sup))]),
    io:format("~p~n", [supervisor:terminate_child(Sup, a)]),
    io:format("~p~n", [whereis(child_a)]),
    {ok, P3} = supervisor:restart_child(Sup, a),
    io:format("~p~n", [whereis(child_a) =:= P3]),
    unlink(Sup),
    R = monitor(process, Sup),
    exit(Sup, shutdown),
    receive {'DOWN', R, process, Sup, Why} -> io:format("~p ~p~n", [Why, whereis(child_b)]) end.
init([]) ->
    {ok, {#{strategy => one_for_one, intensity => 3, period => 5},
          [#{id => a, start => {?MODULE, start_child, [child_a]}},
           #{id => b, start => {?MODULE, start_child, [child_b]}}]}}.
start_child(Name) ->
    Starter = self(),
    Pid = spawn_link(fun() ->
                             register(Name, self()),
                             Starter ! {registered, self()},
                             receive stop -> ok end
                     end),
    receive {registered, Pid} -> {ok, Pid} end.
wait_for(Name, Old) ->
    case whereis(Name) of
        P when is_pid(P), P =/= Old -> P;
        _ -> timer:sleep(1), wait_for(Name, Old)
    end.
%% expect: true true
%% expect: [a,b]
%% expect: [{active,2},{specs,2},{supervisors,0},{workers,2}]
%% expect: ok
%% expect: undefined
%% expect: true
%% expect: shutdown undefined
