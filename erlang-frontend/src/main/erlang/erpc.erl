%% Calls on nodes: OTP's kernel manual, module erpc. There is one node, where a call runs in a process of its own; every other one
%% gives noconnection.
-module(erpc).

-export([call/2, call/3, call/4, call/5, cast/2, cast/4, multicall/2, multicall/3, multicall/4, multicall/5, multicast/2, multicast/4,
         send_request/2, send_request/4, receive_response/1, receive_response/2, wait_response/1, wait_response/2,
         check_response/2]).
-export([run/4]).

-export_type([request_id/0, timeout_time/0]).

-opaque request_id() :: {erpc_request, reference(), reference()}.
-type timeout_time() :: 0..4294967295 | infinity | {abs, integer()}.

-define(IS_CALL(Node, M, F, A), is_atom(Node), is_atom(M), is_atom(F), is_list(A)).

call(Node, Fun) -> call(Node, Fun, infinity).

call(Node, Fun, Timeout) when is_function(Fun, 0) -> call(Node, erlang, apply, [Fun, []], Timeout);
call(_, _, _) -> refuse().

call(Node, M, F, A) -> call(Node, M, F, A, infinity).

call(Node, M, F, A, infinity) when Node =:= node(), ?IS_CALL(Node, M, F, A) -> value(outcome(M, F, A));
call(Node, M, F, A, Timeout) when ?IS_CALL(Node, M, F, A) ->
    Time = time_left(Timeout),
    receive_response(send_request(Node, M, F, A), Time);
call(_, _, _, _, _) -> refuse().

refuse() -> erlang:error({erpc, badarg}).

cast(Node, Fun) when is_function(Fun, 0) -> cast(Node, erlang, apply, [Fun, []]);
cast(_, _) -> refuse().

cast(Node, M, F, A) when ?IS_CALL(Node, M, F, A) ->
    spawn(Node, M, F, A),
    ok;
cast(_, _, _, _) -> refuse().

%% ---- Several nodes ----

multicall(Nodes, Fun) -> multicall(Nodes, Fun, infinity).

multicall(Nodes, Fun, Timeout) when is_function(Fun, 0) -> multicall(Nodes, erlang, apply, [Fun, []], Timeout);
multicall(_, _, _) -> refuse().

multicall(Nodes, M, F, A) -> multicall(Nodes, M, F, A, infinity).

multicall(Nodes, M, F, A, Timeout) when is_list(Nodes), is_atom(M), is_atom(F), is_list(A) ->
    lists:all(fun is_atom/1, Nodes) orelse refuse(),
    End = ending(Timeout),
    Requests = [send_request(Node, M, F, A) || Node <- Nodes],
    [try
         {ok, receive_response(Request, End)}
     catch
         throw:Thrown -> {throw, Thrown};
         exit:Reason -> {exit, Reason};
         error:Reason -> {error, Reason}
     end || Request <- Requests];
multicall(_, _, _, _, _) -> refuse().

multicast(Nodes, Fun) when is_function(Fun, 0) -> multicast(Nodes, erlang, apply, [Fun, []]);
multicast(_, _) -> refuse().

multicast(Nodes, M, F, A) when is_list(Nodes) -> lists:foreach(fun(Node) -> cast(Node, M, F, A) end, Nodes);
multicast(_, _, _, _) -> refuse().

%% ---- Requests ----

send_request(Node, Fun) when is_atom(Node), is_function(Fun, 0) -> send_request(Node, erlang, apply, [Fun, []]);
send_request(_, _) -> refuse().

send_request(Node, M, F, A) when ?IS_CALL(Node, M, F, A) ->
    Tag = make_ref(),
    {_, Monitor} = spawn_monitor(Node, ?MODULE, run, [Tag, M, F, A]),
    {erpc_request, Tag, Monitor};
send_request(_, _, _, _) -> refuse().

receive_response(Request) -> receive_response(Request, infinity).

receive_response({erpc_request, Tag, Monitor}, Timeout) ->
    receive
        {'DOWN', Monitor, process, _, Reason} -> answer(Reason, Tag)
    after time_left(Timeout) ->
        erlang:demonitor(Monitor),
        receive
            {'DOWN', Monitor, process, _, Reason} -> answer(Reason, Tag)
        after 0 -> erlang:error({erpc, timeout})
        end
    end;
receive_response(_, _) -> refuse().

wait_response(Request) -> wait_response(Request, 0).

wait_response({erpc_request, Tag, Monitor}, Timeout) ->
    receive
        {'DOWN', Monitor, process, _, Reason} -> {response, answer(Reason, Tag)}
    after time_left(Timeout) -> no_response
    end;
wait_response(_, _) -> refuse().

check_response({'DOWN', Monitor, process, _, Reason}, {erpc_request, Tag, Monitor}) -> {response, answer(Reason, Tag)};
check_response(_, {erpc_request, _, _}) -> no_response;
check_response(_, _) -> refuse().

time_left(infinity) -> infinity;
time_left({abs, End}) when is_integer(End) -> max(0, End - erlang:monotonic_time(millisecond));
time_left(Time) when is_integer(Time), Time >= 0, Time =< 4294967295 -> Time;
time_left(_) -> refuse().

ending(infinity) -> infinity;
ending({abs, _} = End) ->
    time_left(End),
    End;
ending(Time) -> {abs, erlang:monotonic_time(millisecond) + time_left(Time)}.

%% ---- The call itself ----

%% What a call in a process of its own ends with.
run(Tag, M, F, A) -> exit({Tag, outcome(M, F, A)}).

outcome(M, F, A) ->
    try
        {return, apply(M, F, A)}
    catch
        throw:Thrown -> {throw, Thrown};
        exit:Reason -> {exit, {exception, Reason}};
        error:Reason:Trace ->
            {error, case Reason =:= system_limit andalso length(A) > 255 of
                        true -> {erpc, Reason};
                        false -> {exception, Reason, lists:takewhile(fun is_of_call/1, Trace)}
                    end}
    end.

is_of_call({?MODULE, _, _, _}) -> false;
is_of_call(_) -> true.

answer({Tag, Outcome}, Tag) -> value(Outcome);
answer(noconnection, _) -> erlang:error({erpc, noconnection});
answer(Reason, _) -> exit({signal, Reason}).

value({return, Value}) -> Value;
value({throw, Thrown}) -> throw(Thrown);
value({exit, Reason}) -> exit(Reason);
value({error, Reason}) -> erlang:error(Reason).
