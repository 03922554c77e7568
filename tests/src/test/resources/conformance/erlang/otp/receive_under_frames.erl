%% Receives that wait while other functions wait for their value.
-module(receive_under_frames).
-export([main/0]).

main() ->
    io:format("~p~n", [1 + count(spawner(3), 0)]),
    io:format("~p~n", [nested()]),
    io:format("~p~n", [trace_outside()]),
    io:format("~p~n", [trace_inside()]),
    io:format("~p~n", [thrown()]),
    io:format("~p~n", [after_runs()]),
    io:format("~p~n", [killed()]),
    io:format("~p~n", [ended_by_link()]),
    io:format("~p~n", [timed_out()]),
    io:format("~p~n", [backlog()]),
    io:format("~p~n", [in_order([self() || _ <- lists:seq(1, 5)])]),
    io:format("~p~n", [crash_reason()]),
    io:format("~p~n", [deep(20000)]).

%% A loop of receives in tail position, under main's frame.
count(0, Sum) -> Sum;
count(N, Sum) ->
    {Pid, Ref} = spawn_monitor(fun() -> ok end),
    receive {'DOWN', Ref, process, Pid, normal} -> count(N - 1, Sum + 1) end.

spawner(N) -> N.

reply_later(Value) ->
    Self = self(),
    spawn(fun() -> receive after 5 -> Self ! {reply, Value} end end).

reply() -> receive {reply, Value} -> Value end.

%% A value that was waited for is waited upon again below.
nested() ->
    reply_later(a),
    A = reply(),
    reply_later({b, A}),
    {B, C} = both(reply()),
    [B, C].

both({b, A}) ->
    reply_later({c, A}),
    receive {reply, {c, X}} -> inner(X) end.

inner(X) ->
    reply_later(d),
    Y = reply(),
    {X, Y}.

functions(Stack) -> [{F, A} || {M, F, A, _} <- Stack, M =:= ?MODULE].

%% An error after the wait is seen by those who wait for its value, with all frames.
trace_outside() ->
    try 1 + fails_after_wait()
    catch error:bad:Stack -> functions(Stack)
    end.

fails_after_wait() ->
    reply_later(now),
    2 * fail_on(reply()).

fail_on(now) ->
    reply_later(then),
    {receive {reply, then} -> fail_now() end}.

%% May return, as far as the compiler can see: so its callers keep their frames.
fail_now() -> case get(no_error) of undefined -> error(bad); Value -> Value end.

%% One that is caught above the wait still shows the frames below it.
trace_inside() -> [caught_above()].

caught_above() ->
    reply_later(now),
    {ok, receive {reply, now} -> catches() end}.

catches() ->
    Caught = try error(bad) catch error:bad:Stack -> functions(Stack) end,
    Caught.

thrown() ->
    try throws_later() catch throw:{ball, X} -> X end.

throws_later() ->
    reply_later(up),
    receive {reply, up} -> throw({ball, caught}) end.

after_runs() ->
    try 1 + fails_after_wait()
    catch error:bad -> caught
    after put(after_ran, true)
    end,
    get(after_ran).

waits_for_ever() -> 1 + receive never -> 1 end.

killed() ->
    {Pid, Ref} = spawn_monitor(fun() -> waits_for_ever() end),
    waits(Pid),
    exit(Pid, kill),
    receive {'DOWN', Ref, process, Pid, Reason} -> Reason end.

waits(Pid) ->
    case process_info(Pid, status) of {status, waiting} -> ok; _ -> erlang:yield(), waits(Pid) end.

ended_by_link() ->
    Self = self(),
    {Pid, Ref} = spawn_monitor(fun() ->
        spawn_link(fun() -> receive after 5 -> exit(broken) end end),
        try waits_for_ever() after Self ! must_not_come end
    end),
    Reason = receive {'DOWN', Ref, process, Pid, R} -> R end,
    {Reason, receive must_not_come -> came after 5 -> nothing end}.

timed_out() ->
    {first, receive never -> never after 3 -> second() end}.

second() -> {second, receive never -> never after 0 -> late end}.

%% What a wait under frames refuses stays where it is.
backlog() ->
    [self() ! {old, N} || N <- lists:seq(1, 3)],
    reply_later(new),
    New = reply(),
    {New, [receive {old, N} -> N end || _ <- [1, 2, 3]]}.

%% Several processes wait for one another under frames.
in_order(Pids) ->
    Chain = lists:foldl(fun(Pid, Next) -> spawn(fun() -> Pid ! {hop, relay(Next)} end) end,
        none, Pids),
    Chain ! go,
    lists:sort([receive {hop, X} -> X end || _ <- Pids]).

relay(none) -> receive go -> last end;
relay(Next) ->
    ok = receive go -> ok end,
    Next ! go,
    {passed, on}.

crash_reason() ->
    {Pid, Ref} = spawn_monitor(fun() -> {wrapped, crashes_after_wait()} end),
    receive {'DOWN', Ref, process, Pid, {Reason, Stack}} -> {Reason, functions(Stack)} end.

crashes_after_wait() ->
    reply_later(die),
    [receive {reply, die} -> fail_now() end].

%% A wait on top of a deep recursion, and a deep recursion on top of a wait.
deep(0) ->
    reply_later(deep),
    receive {reply, deep} -> descend(20000) end;
deep(N) -> 1 + deep(N - 1).

descend(0) -> 0;
descend(N) -> 1 + descend(N - 1).
%% expect: 4
%% expect: [a,d]
%% expect: [{fail_now,0},{fail_on,1},{fails_after_wait,0},{trace_outside,0},{main,0}]
%% expect: [{ok,[{catches,0},{caught_above,0},{trace_inside,0},{main,0}]}]
%% expect: caught
%% expect: true
%% expect: killed
%% expect: {broken,nothing}
%% expect: {first,{second,late}}
%% expect: {new,[1,2,3]}
%% expect: [last,{passed,on},{passed,on},{passed,on},{passed,on}]
%% expect: {bad,[{fail_now,0},{crashes_after_wait,0},{'-crash_reason/0-fun-0-',0}]}
%% expect: 40000
