%% Calls on nodes as they were before erpc: OTP's kernel manual, module rpc. There is one node; calls of any other give
%% {badrpc, nodedown}.
-module(rpc).

-export([call/4, call/5, block_call/4, block_call/5, cast/4, multicall/3, multicall/4, multicall/5, async_call/4, yield/1, nb_yield/1,
         nb_yield/2, abcast/2, abcast/3, sbcast/2, sbcast/3, eval_everywhere/3, eval_everywhere/4, server_call/4,
         multi_server_call/2, multi_server_call/3, parallel_eval/1, pmap/3, pinfo/1, pinfo/2]).

-export_type([key/0]).

-opaque key() :: erpc:request_id().

call(Node, M, F, A) -> call(Node, M, F, A, infinity).

call(Node, M, F, A, Timeout) -> result(fun() -> erpc:call(Node, M, F, A, Timeout) end).

block_call(Node, M, F, A) -> call(Node, M, F, A).

block_call(Node, M, F, A, Timeout) -> call(Node, M, F, A, Timeout).

%% What calls give here where erpc raises.
result(Call) ->
    try
        Call()
    catch
        throw:Thrown -> Thrown;
        exit:{exception, Reason} -> {badrpc, {'EXIT', Reason}};
        exit:{signal, Reason} -> {badrpc, {'EXIT', Reason}};
        error:{exception, Reason, Trace} -> {badrpc, {'EXIT', {Reason, Trace}}};
        error:{erpc, noconnection} -> {badrpc, nodedown};
        error:{erpc, timeout} -> {badrpc, timeout};
        error:{erpc, badarg} -> erlang:error(badarg);
        error:{erpc, Reason} -> {badrpc, {'EXIT', Reason}}
    end.

cast(Node, M, F, A) when is_atom(Node), is_atom(M), is_atom(F), is_list(A) ->
    erpc:cast(Node, M, F, A),
    true.

multicall(M, F, A) -> multicall([node()], M, F, A, infinity).

multicall(Nodes, M, F, A) when is_list(Nodes), is_atom(M) -> multicall(Nodes, M, F, A, infinity);
multicall(M, F, A, Timeout) -> multicall([node()], M, F, A, Timeout).

multicall(Nodes, M, F, A, Timeout) ->
    Results = [{Node, result(fun() -> outcome(Outcome) end)}
               || {Node, Outcome} <- lists:zip(Nodes, erpc:multicall(Nodes, M, F, A, Timeout))],
    {[Result || {_, Result} <- Results, not is_down(Result)], [Node || {Node, Result} <- Results, is_down(Result)]}.

outcome({ok, Value}) -> Value;
outcome({Class, Reason}) -> erlang:raise(Class, Reason, []).

is_down({badrpc, nodedown}) -> true;
is_down({badrpc, timeout}) -> true;
is_down(_) -> false.

%% ---- Promises ----

async_call(Node, M, F, A) -> erpc:send_request(Node, M, F, A).

yield(Key) -> result(fun() -> erpc:receive_response(Key) end).

nb_yield(Key) -> nb_yield(Key, 0).

nb_yield(Key, Timeout) ->
    case result(fun() -> erpc:wait_response(Key, Timeout) end) of
        no_response -> timeout;
        {response, Value} -> {value, Value};
        Failed -> {value, Failed}
    end.

parallel_eval(Calls) ->
    Keys = [async_call(node(), M, F, A) || {M, F, A} <- Calls],
    [yield(Key) || Key <- Keys].

pmap({M, F}, Extra, List) ->
    Results = parallel_eval([{M, F, [Element | Extra]} || Element <- List]),
    lists:any(fun({badrpc, _}) -> true; (_) -> false end, Results) andalso exit(badrpc),
    Results.

%% ---- Servers ----

abcast(Name, Message) -> abcast([node()], Name, Message).

abcast(Nodes, Name, Message) ->
    [catch {Name, Node} ! Message || Node <- Nodes],
    abcast.

sbcast(Name, Message) -> sbcast([node()], Name, Message).

sbcast(Nodes, Name, Message) ->
    {Good, Bad} = lists:partition(fun(Node) -> Node =:= node() andalso whereis(Name) =/= undefined end, Nodes),
    abcast(Good, Name, Message),
    {Good, Bad}.

eval_everywhere(M, F, A) -> eval_everywhere([node()], M, F, A).

eval_everywhere(Nodes, M, F, A) ->
    [cast(Node, M, F, A) || Node <- Nodes],
    abcast.

server_call(Node, Name, ReplyWrapper, Message) when is_atom(Node), is_atom(ReplyWrapper) ->
    Monitor = erlang:monitor(process, {Name, Node}),
    {Name, Node} ! {self(), Message},
    receive
        {'DOWN', Monitor, process, _, _} -> {error, nodedown};
        {ReplyWrapper, Node, Reply} ->
            erlang:demonitor(Monitor, [flush]),
            Reply
    end.

multi_server_call(Name, Message) -> multi_server_call([node()], Name, Message).

multi_server_call(Nodes, Name, Message) when is_list(Nodes), is_atom(Name) ->
    Replies = [{Node, server_call(Node, Name, Name, Message)} || Node <- Nodes],
    {[Reply || {_, Reply} <- Replies, Reply =/= {error, nodedown}], [Node || {Node, {error, nodedown}} <- Replies]}.

pinfo(Pid) -> process_info(Pid).

pinfo(Pid, Item) -> process_info(Pid, Item).
