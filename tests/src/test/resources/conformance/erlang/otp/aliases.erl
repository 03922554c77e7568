%% Aliases: references that messages can be sent to, for as long as somebody wants them.
-module(aliases).
-export([main/0]).

main() ->
    A = alias(),
    A ! one, A ! two,
    io:format("~p~n", [got()]),
    io:format("~p ~p~n", [unalias(A), unalias(A)]),
    A ! three,
    io:format("~p~n", [got()]),
    R = alias([reply]),
    R ! one, R ! two,
    io:format("~p ~p~n", [got(), unalias(R)]),
    E = alias([explicit_unalias]),
    E ! one, E ! two,
    io:format("~p ~p~n", [got(), unalias(E)]),
    io:format("~p~n", [[monitored(M) || M <- [explicit_unalias, demonitor, reply_demonitor]]]),
    io:format("~p~n", [[demonitored(M) || M <- [explicit_unalias, demonitor, reply_demonitor]]]),
    io:format("~p~n", [[ended(M) || M <- [explicit_unalias, demonitor, reply_demonitor]]]),
    io:format("~p~n", [tagged()]),
    io:format("~p~n", [spawned()]),
    io:format("~p~n", [of_another()]),
    io:format("~p~n", [of_the_dead()]),
    io:format("~p~n", [through_send()]),
    [io:format("~p~n", [{O, try alias(O) of _ -> ok catch C:Why -> {C, Why} end}])
        || O <- [[bad], [reply | x], bad, [{reply, true}], [reply, explicit_unalias], []]],
    [io:format("~p~n", [{O, try monitor(process, self(), O) of _ -> ok catch C:Why -> {C, Why} end}])
        || O <- [[{alias, bad}], [{tag, x}], [bad], [{alias, demonitor} | x], []]],
    io:format("~p~n", [try unalias(none) catch error:Why -> Why end]).

got() -> receive M -> [M | got()] after 0 -> [] end.

quiet() -> spawn(fun() -> receive stop -> ok end end).

%% What comes of two messages to the alias of a monitor, and of the monitored one's end.
monitored(Mode) ->
    Pid = quiet(),
    Ref = monitor(process, Pid, [{alias, Mode}]),
    Ref ! one, Ref ! two,
    Got = got(),
    Seen = monitor(process, Pid),
    Pid ! stop,
    receive {'DOWN', Seen, _, _, _} -> ok end,
    Down = receive {'DOWN', Ref, _, _, Why} -> Why after 300 -> none end,
    {Mode, Got, Down, unalias(Ref)}.

demonitored(Mode) ->
    Pid = quiet(),
    Ref = monitor(process, Pid, [{alias, Mode}]),
    demonitor(Ref, [flush]),
    Ref ! one,
    Got = got(),
    Pid ! stop,
    {Mode, Got, unalias(Ref)}.

ended(Mode) ->
    Pid = quiet(),
    Ref = monitor(process, Pid, [{alias, Mode}]),
    Pid ! stop,
    Down = receive {'DOWN', Ref, _, _, Why} -> Why end,
    Ref ! late,
    {Mode, Down, got(), unalias(Ref)}.

tagged() ->
    Pid = quiet(),
    Ref = monitor(process, Pid, [{tag, {my, tag}}, {alias, demonitor}]),
    Pid ! stop,
    receive {{my, tag}, Ref, process, Pid, Why} -> Why end.

spawned() ->
    {Pid, Ref} = spawn_opt(fun() -> receive {To, X} -> To ! {answer, X} end end,
        [{monitor, [{alias, reply_demonitor}]}]),
    Pid ! {Ref, 7},
    Answer = receive {answer, X} -> X end,
    {Answer, receive {'DOWN', Ref, _, _, _} -> down after 300 -> none end}.

of_another() ->
    Self = self(),
    spawn(fun() -> Self ! {alias, alias()}, receive M -> Self ! {passed, M} end end),
    receive {alias, A} -> A ! hello end,
    {unalias(A), receive {passed, M} -> M end}.

of_the_dead() ->
    Self = self(),
    {_, Ref} = spawn_monitor(fun() -> Self ! {alias, alias()} end),
    receive {alias, A} -> receive {'DOWN', Ref, _, _, _} -> A ! hello end end.

through_send() ->
    A = alias(),
    Result = {erlang:send(A, one), erlang:send(A, two, [noconnect]), erlang:send_nosuspend(A, three)},
    {element(1, Result) =:= one, element(2, Result), element(3, Result), got()}.
%% expect: [one,two]
%% expect: true false
%% expect: []
%% expect: [one] false
%% expect: [one,two] true
%% expect: [{explicit_unalias,[one,two],normal,true},
%% expect:  {demonitor,[one,two],normal,false},
%% expect:  {reply_demonitor,[one],none,false}]
%% expect: [{explicit_unalias,[one],true},
%% expect:  {demonitor,[],false},
%% expect:  {reply_demonitor,[],false}]
%% expect: [{explicit_unalias,normal,[late],true},
%% expect:  {demonitor,normal,[],false},
%% expect:  {reply_demonitor,normal,[],false}]
%% expect: normal
%% expect: {7,none}
%% expect: {false,hello}
%% expect: hello
%% expect: {true,ok,true,[one,two,three]}
%% expect: {[bad],{error,badarg}}
%% expect: {[reply|x],{error,badarg}}
%% expect: {bad,{error,badarg}}
%% expect: {[{reply,true}],{error,badarg}}
%% expect: {[reply,explicit_unalias],ok}
%% expect: {[],ok}
%% expect: {[{alias,bad}],{error,badarg}}
%% expect: {[{tag,x}],ok}
%% expect: {[bad],{error,badarg}}
%% expect: {[{alias,demonitor}|x],{error,badarg}}
%% expect: {[],ok}
%% expect: badarg
