%% spawn_request, and processes on other nodes, of which there are none.
-module(spawn_requests).
-export([main/0]).

main() ->
    io:format("~p~n", [replies(spawn_request(fun() -> ok end))]),
    io:format("~p~n", [replies(spawn_request(fun() -> ok end, [{reply_tag, tag}, monitor]))]),
    io:format("~p~n", [replies(spawn_request(fun() -> ok end, [{reply, no}]))]),
    io:format("~p~n", [replies(spawn_request(fun() -> ok end, [{reply, error_only}, bad]))]),
    io:format("~p~n", [replies(spawn_request(fun() -> ok end, [{reply, success_only}, bad]))]),
    io:format("~p~n", [replies(spawn_request(fun() -> ok end, [bad]))]),
    io:format("~p~n", [replies(spawn_request(fun() -> ok end, [{reply, perhaps}]))]),
    io:format("~p~n", [replies(spawn_request(lists, reverse, [[a]]))]),
    io:format("~p~n", [replies(spawn_request(lists, reverse, [[a]], [{monitor, [{tag, gone}]}]))]),
    io:format("~p~n", [replies(spawn_request(other@host, fun() -> ok end))]),
    io:format("~p~n", [replies(spawn_request(node(), fun() -> ok end, []))]),
    io:format("~p~n", [replies(spawn_request(node(), lists, reverse, [[a]]))]),
    io:format("~p~n", [replies(spawn_request(node(), lists, reverse, [[a]], [monitor]))]),
    io:format("~p~n", [reason(fun() -> spawn_request(lists, reverse, [[a]], [link | x]) end)]),
    io:format("~p~n", [reason(fun() -> spawn_request(fun(_) -> ok end) end)]),
    io:format("~p~n", [spawn_request_abandon(spawn_request(fun() -> ok end, [{reply, no}]))]),
    io:format("~p~n", [reason(fun() -> spawn_request_abandon(none) end)]),
    io:format("~p~n", [first_is_reply()]),
    {Pid, Ref} = spawn_monitor(other@host, fun() -> ok end),
    io:format("~p~n", [receive {'DOWN', Ref, process, Pid, Why} -> Why end]),
    io:format("~p~n", [is_process_alive(spawn_later(other@host))]),
    {_, Named} = spawn_monitor(node(), lists, reverse, [[a]]),
    io:format("~p~n", [receive {'DOWN', Named, process, _, How} -> How end]),
    io:format("~p~n", [is_pid(spawn_opt(node(), lists, reverse, [[]], []))]),
    io:format("~p~n", [is_pid(spawn_opt(node(), fun() -> ok end, [link]))]),
    io:format("~p~n", [is_pid(spawn(node(), lists, reverse, [[]]))]),
    io:format("~p~n", [is_pid(spawn_link(node(), lists, reverse, [[]]))]),
    [io:format("~p~n", [{O, reason(fun() -> spawn_opt(fun() -> ok end, O) end)}])
        || O <- [[bad], [{priority, sometimes}], [{monitor, [bad]}], [{monitor, [{alias, often}]}],
            [{min_heap_size, -1}], [monitor | link], bad]].

spawn_later(Node) ->
    Pid = spawn(Node, fun() -> receive never -> ok end end),
    receive after 10 -> Pid end.

%% The answer comes before anything that the new process sends.
first_is_reply() ->
    Self = self(),
    lists:usort([begin
        R = spawn_request(fun() -> Self ! hello end),
        receive First -> ok end,
        receive Second -> ok end,
        case {First, Second} of {{spawn_reply, R, ok, _}, hello} -> in_order; _ -> wrong end
    end || _ <- lists:seq(1, 200)]).

reason(F) -> try F() of V -> {value, V} catch C:R -> {C, R} end.

replies(Ref) -> receive after 40 -> all(Ref) end.

all(Ref) ->
    receive
        {Tag, Ref, Outcome, What} when is_pid(What) -> [{Tag, Outcome, pid} | all(Ref)];
        {Tag, Ref, Outcome, What} -> [{Tag, Outcome, What} | all(Ref)];
        {Tag, Ref, process, _, Why} -> [{Tag, Why} | all(Ref)]
    after 0 -> []
    end.
%% expect: [{spawn_reply,ok,pid}]
%% expect: [{tag,ok,pid},{'DOWN',normal}]
%% expect: []
%% expect: [{spawn_reply,error,badopt}]
%% expect: []
%% expect: [{spawn_reply,error,badopt}]
%% expect: [{spawn_reply,error,badopt}]
%% expect: [{spawn_reply,ok,pid}]
%% expect: [{spawn_reply,ok,pid},{gone,normal}]
%% expect: [{spawn_reply,error,noconnection}]
%% expect: [{spawn_reply,ok,pid}]
%% expect: [{spawn_reply,ok,pid}]
%% expect: [{spawn_reply,ok,pid},{'DOWN',normal}]
%% expect: {error,badarg}
%% expect: {error,badarg}
%% expect: false
%% expect: {error,badarg}
%% expect: [in_order]
%% expect: noconnection
%% expect: false
%% expect: normal
%% expect: true
%% expect: true
%% expect: true
%% expect: true
%% expect: {[bad],{error,badarg}}
%% expect: {[{priority,sometimes}],{error,badarg}}
%% expect: {[{monitor,[bad]}],{error,badarg}}
%% expect: {[{monitor,[{alias,often}]}],{error,badarg}}
%% expect: {[{min_heap_size,-1}],{error,badarg}}
%% expect: {[monitor|link],{error,badarg}}
%% expect: {bad,{error,badarg}}
