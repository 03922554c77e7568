-module(process_groups).
-export([main/0]).

main() ->
    {ok, Default} = pg:start_link(),
    {ok, Scope} = pg:start(other),
    io:format("~p ~p~n", [pg:which_groups(), pg:get_members(none)]),
    Self = self(),
    A = spawn(fun wait/0),
    B = spawn(fun wait/0),
    io:format("~p ~p~n", [pg:join(group, A), pg:join(group, [A, B])]),
    io:format("~p~n", [pg:get_members(group) =:= [A, B, A]]),
    {Ref, Members} = pg:monitor(group),
    {All, Groups} = pg:monitor_scope(),
    io:format("~p ~p~n", [length(Members), maps:keys(Groups)]),
    io:format("~p ~p ~p~n", [pg:leave(group, B), pg:leave(group, B), pg:leave(none, B)]),
    receive {Ref, leave, group, [B]} -> io:format("left~n") end,
    receive {All, leave, group, [B]} -> io:format("left~n") end,
    io:format("~p ~p~n", [pg:demonitor(All), pg:demonitor(All)]),
    Down = monitor(process, A),
    exit(A, kill),
    receive {'DOWN', Down, _, _, _} -> ok end,
    receive {Ref, leave, group, Gone} -> io:format("~p~n", [Gone =:= [A]]) end,
    receive {Ref, leave, group, Again} -> io:format("~p~n", [Again =:= [A]]) end,
    io:format("~p ~p~n", [pg:which_groups(), pg:get_local_members(group)]),
    io:format("~p ~p~n", [pg:join(other, own, Self), pg:get_members(other, own) =:= [Self]]),
    gen_server:stop(Scope),
    io:format("~p~n", [pg:get_members(other, own)]),
    gen_server:stop(Default).

wait() -> receive stop -> ok end.
%% expect: [] []
%% expect: ok ok
%% expect: true
%% expect: 3 [group]
%% expect: ok not_joined not_joined
%% expect: left
%% expect: left
%% expect: ok false
%% expect: true
%% expect: true
%% expect: [] []
%% expect: ok true
%% expect: []
