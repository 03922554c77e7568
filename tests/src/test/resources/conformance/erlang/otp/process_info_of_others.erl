%% Where other processes stand, and what is known of them.
%% except: unmetered a process that never waits is not asked anything
-module(process_info_of_others).
-export([main/0, server/1, deep/1]).

main() ->
    Self = self(),
    Server = spawn(?MODULE, server, [1]),
    Deep = spawn(fun() -> deep(3) end),
    Busy = spawn(fun busy/0),
    Items = [current_function, initial_call, status, message_queue_data, trace, binary,
        sequential_trace_token, error_handler, registered_name],
    io:format("~p~n", [waiting(Server, Items)]),
    {parent, Parent} = process_info(Server, parent),
    io:format("~p~n", [Parent =:= Self]),
    io:format("~p~n", [waiting(Deep, [current_function, initial_call, status])]),
    {current_stacktrace, Stack} = process_info(Deep, current_stacktrace),
    io:format("~p~n", [lists:sublist([{M, F, A} || {M, F, A, _} <- Stack], 2)]),
    {current_location, {M, F, A, [{file, File}, {line, Line}]}} =
        process_info(Server, current_location),
    io:format("~p~n", [{M, F, A, lists:suffix("process_info_of_others.erl", File), is_integer(Line)}]),
    io:format("~p~n", [[I || {I, _} <- process_info(Deep)]]),
    {status, Status} = process_info(Busy, status),
    io:format("~p~n", [lists:member(Status, [running, runnable])]),
    io:format("~p~n", [process_info(Self, status)]),
    io:format("~p~n", [function_of(Self)]),
    {backtrace, Text} = process_info(Deep, backtrace),
    io:format("~p~n", [is_binary(Text)]),
    exit(Busy, kill), Server ! stop, Deep ! stop,
    [ended(P) || P <- [Server, Deep, Busy]],
    io:format("~p~n", [[process_info(P) || P <- [Server, Deep, Busy]]]),
    io:format("~p~n", [process_info(Server, [status])]),
    io:format("~p~n", [try process_info(Self, nonsense) catch error:R -> R end]),
    io:format("~p~n", [try process_info(Self, [status, nonsense]) catch error:R2 -> R2 end]),
    io:format("~p~n", [process_info(Self, [])]),
    io:format("~p~n", [process_flag(Self, save_calls, 0)]),
    io:format("~p~n", [try process_flag(Server, save_calls, 0) catch error:R3 -> R3 end]),
    io:format("~p~n", [try process_flag(Self, trap_exit, true) catch error:R4 -> R4 end]).

%% What it says once it waits: one that has just started, or just answered, may run.
waiting(Pid, Items) ->
    Info = process_info(Pid, Items),
    case lists:keyfind(status, 1, Info) of
        {status, waiting} -> Info;
        _ -> erlang:yield(), waiting(Pid, Items)
    end.

ended(Pid) -> Ref = monitor(process, Pid), receive {'DOWN', Ref, _, _, _} -> ok end.

function_of(Pid) -> {current_function, MFA} = process_info(Pid, current_function), MFA.

server(X) -> receive stop -> X end.

deep(0) -> receive stop -> ok end;
deep(N) -> {N, deep(N - 1)}.

busy() -> busy().
%% expect: [{current_function,{process_info_of_others,server,1}},
%% expect:  {initial_call,{process_info_of_others,server,1}},
%% expect:  {status,waiting},
%% expect:  {message_queue_data,on_heap},
%% expect:  {trace,0},
%% expect:  {binary,[]},
%% expect:  {sequential_trace_token,[]},
%% expect:  {error_handler,error_handler},
%% expect:  {registered_name,[]}]
%% expect: true
%% expect: [{current_function,{process_info_of_others,deep,1}},
%% expect:  {initial_call,{erlang,apply,2}},
%% expect:  {status,waiting}]
%% expect: [{process_info_of_others,deep,1},{process_info_of_others,deep,1}]
%% expect: {process_info_of_others,server,1,true,true}
%% expect: [current_function,initial_call,status,message_queue_len,links,dictionary,
%% expect:  trap_exit,error_handler,priority,group_leader,total_heap_size,heap_size,
%% expect:  stack_size,reductions,garbage_collection,suspending]
%% expect: true
%% expect: {status,running}
%% expect: {process_info_of_others,function_of,1}
%% expect: true
%% expect: [undefined,undefined,undefined]
%% expect: undefined
%% expect: badarg
%% expect: badarg
%% expect: []
%% expect: 0
%% expect: badarg
%% expect: badarg
