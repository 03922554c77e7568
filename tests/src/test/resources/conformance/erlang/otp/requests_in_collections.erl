%% Requests of gen_server, gen_statem and gen_event whose responses are taken in any order, with labels.
-module(requests_in_collections).
-export([main/0, init/1, callback_mode/0, handle_call/3, handle_call/2, handle_cast/2, handle_event/2, handle_event/4]).

init(Kind) when Kind =:= server -> {ok, Kind};
init(machine) -> {ok, up, none};
init(handler) -> {ok, 0}.

callback_mode() -> handle_event_function.

handle_call(stop, _, S) -> {stop, normal, S};
handle_call({echo, X}, _, S) -> {reply, {echoed, X}, S};
handle_call(never, _, S) -> {noreply, S}.
handle_cast(_, S) -> {noreply, S}.

handle_call({add, N}, S) -> {ok, S + N, S + N}.
handle_event(_, S) -> {ok, S}.

handle_event({call, From}, {echo, X}, _, _) -> {keep_state_and_data, [{reply, From, {machine, X}}]};
handle_event({call, _}, never, _, _) -> keep_state_and_data.

main() ->
    server(),
    machine(),
    event(),
    wrong().

server() ->
    {ok, S} = gen_server:start(?MODULE, server, []),
    None = gen_server:reqids_new(),
    io:format("~p ~p~n", [gen_server:reqids_size(None), gen_server:reqids_to_list(None)]),
    io:format("~p~n", [gen_server:receive_response(None, 0, true)]),
    io:format("~p~n", [gen_server:wait_response(None, infinity, false)]),
    io:format("~p~n", [gen_server:check_response(hello, None, true)]),
    One = gen_server:send_request(S, {echo, 1}, first, None),
    Two = gen_server:reqids_add(gen_server:send_request(S, {echo, 2}), second, One),
    io:format("~p ~p~n", [gen_server:reqids_size(Two), lists:sort([L || {_, L} <- gen_server:reqids_to_list(Two)])]),
    {{reply, A}, LA, Three} = gen_server:receive_response(Two, infinity, true),
    io:format("~p ~p ~p~n", [A, LA, gen_server:reqids_size(Three)]),
    {{reply, B}, LB, Four} = gen_server:wait_response(Three, {abs, erlang:monotonic_time(millisecond) + 60000}, false),
    io:format("~p ~p ~p~n", [B, LB, gen_server:reqids_size(Four)]),
    Five = gen_server:send_request(S, never, never, gen_server:reqids_new()),
    io:format("~p~n", [gen_server:wait_response(Five, 0, true)]),
    io:format("~p~n", [gen_server:check_response({a, message}, Five, true)]),
    _ = gen_server:send_request(S, stop),
    {{error, {Reason, Who}}, never, Six} = gen_server:receive_response(Five, infinity, true),
    io:format("~p ~p ~p~n", [Reason, Who =:= S, gen_server:reqids_size(Six)]),
    io:format("~p~n", [gen_server:receive_response(gen_server:send_request(nobody_of_that_name, x), infinity)]),
    io:format("~p~n", [gen_server:receive_response(gen_server:send_request({global, nobody}, x), 0)]),
    flush().

machine() ->
    {ok, M} = gen_statem:start(?MODULE, machine, []),
    R = gen_statem:send_request(M, {echo, 1}, [label], gen_statem:reqids_new()),
    {{reply, A}, L, Rest} = gen_statem:receive_response(R, 60000, true),
    io:format("~p ~p ~p~n", [A, L, gen_statem:reqids_size(Rest)]),
    io:format("~p~n", [gen_statem:receive_response(gen_statem:send_request(M, {echo, 2}))]),
    io:format("~p~n", [gen_statem:wait_response(gen_statem:send_request(M, {echo, 3}))]),
    Abandoned = gen_statem:send_request(M, never, never, gen_statem:reqids_new()),
    io:format("~p~n", [gen_statem:receive_response(Abandoned, 0, true)]),
    gen_statem:stop(M),
    flush().

event() ->
    {ok, E} = gen_event:start(),
    ok = gen_event:add_handler(E, ?MODULE, handler),
    R1 = gen_event:send_request(E, ?MODULE, {add, 2}, a, gen_event:reqids_new()),
    {{reply, 2}, a, R2} = gen_event:receive_response(R1, infinity, true),
    R3 = gen_event:send_request(E, no_handler, {add, 2}, b, R2),
    {Response, b, R4} = gen_event:receive_response(R3, infinity, false),
    io:format("~p ~p~n", [Response, gen_event:reqids_size(R4)]),
    io:format("~p~n", [gen_event:receive_response(gen_event:send_request(E, no_handler, x), infinity)]),
    R5 = gen_event:send_request(E, ?MODULE, {add, 3}, c, gen_event:reqids_new()),
    receive Message -> io:format("~p~n", [element(1, gen_event:check_response(Message, R5, true))]) end,
    gen_event:stop(E),
    flush().

wrong() ->
    Ref = make_ref(),
    Some = gen_server:reqids_add(Ref, x, gen_server:reqids_new()),
    [io:format("~p~n", [try F() catch error:Reason -> Reason end]) ||
        F <- [fun() -> gen_server:reqids_add(Ref, y, Some) end,
              fun() -> gen_server:reqids_add(ref, y, Some) end,
              fun() -> gen_server:reqids_size(x) end,
              fun() -> gen_server:reqids_to_list([]) end,
              fun() -> gen_server:wait_response(Some, -1, true) end,
              fun() -> gen_server:wait_response(Some, 0, maybe_true) end,
              fun() -> gen_server:receive_response([], 0, true) end,
              fun() -> gen_server:check_response(x, y) end,
              fun() -> gen_server:check_response(x, y, true) end,
              fun() -> gen_server:send_request(self(), a, b, c) end]],
    ok.

flush() ->
    receive Message -> io:format("left: ~p~n", [Message]), flush()
    after 0 -> ok
    end.
%% expect: 0 []
%% expect: no_request
%% expect: no_request
%% expect: no_request
%% expect: 2 [first,second]
%% expect: {echoed,1} first 1
%% expect: {echoed,2} second 1
%% expect: timeout
%% expect: no_reply
%% expect: normal true 0
%% expect: {error,{noproc,nobody_of_that_name}}
%% expect: {error,{noproc,{global,nobody}}}
%% expect: left: {'DOWN',#Ref<...>,process,<...>,normal}
%% expect: {machine,1} [label] 0
%% expect: {reply,{machine,2}}
%% expect: {reply,{machine,3}}
%% expect: timeout
%% expect: {error,bad_module} 1
%% expect: {error,bad_module}
%% expect: {reply,5}
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: badarg
%% expect: function_clause
%% expect: function_clause
%% expect: badarg
%% expect: function_clause
%% expect: function_clause
