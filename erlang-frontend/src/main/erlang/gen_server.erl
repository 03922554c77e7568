%% Servers: OTP's stdlib manual, module gen_server.
-module(gen_server).

-export([start/3, start/4, start_link/3, start_link/4, start_monitor/3, start_monitor/4, stop/1, stop/3,
         call/2, call/3, cast/2, reply/2, abcast/2, abcast/3, multi_call/2, multi_call/3, multi_call/4,
         send_request/2, wait_response/2, receive_response/2, check_response/2, enter_loop/3,
         enter_loop/4, enter_loop/5]).
-export([init_it/6, system_continue/3, system_terminate/4, system_get_state/1, system_replace_state/2,
         system_code_change/4, wake_up/1]).

-callback init(Args :: term()) ->
    {ok, State :: term()} | {ok, State :: term(), timeout() | hibernate | {continue, term()}} |
    {stop, Reason :: term()} | {error, Reason :: term()} | ignore.
-callback handle_call(Request :: term(), From :: {pid(), term()}, State :: term()) -> term().
-callback handle_cast(Request :: term(), State :: term()) -> term().
-callback handle_info(Info :: timeout | term(), State :: term()) -> term().
-callback handle_continue(Info :: term(), State :: term()) -> term().
-callback terminate(Reason :: term(), State :: term()) -> term().
-callback code_change(OldVersion :: term(), State :: term(), Extra :: term()) -> term().
-optional_callbacks([handle_info/2, handle_continue/2, terminate/2, code_change/3]).

-record(server, {parent, name, module, state, debug = [], hibernate_after = infinity}).

%% ---- The client's side ----

start(Module, Args, Options) -> gen:start(?MODULE, nolink, Module, Args, Options).
start(Name, Module, Args, Options) -> gen:start(?MODULE, nolink, Name, Module, Args, Options).
start_link(Module, Args, Options) -> gen:start(?MODULE, link, Module, Args, Options).
start_link(Name, Module, Args, Options) -> gen:start(?MODULE, link, Name, Module, Args, Options).
start_monitor(Module, Args, Options) -> gen:start(?MODULE, monitor, Module, Args, Options).
start_monitor(Name, Module, Args, Options) -> gen:start(?MODULE, monitor, Name, Module, Args, Options).

stop(Server) -> gen:stop(Server).
stop(Server, Reason, Timeout) -> gen:stop(Server, Reason, Timeout).

call(Server, Request) ->
    try gen:call(Server, '$gen_call', Request) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> erlang:exit({Reason, {?MODULE, call, [Server, Request]}})
    end.

call(Server, Request, Timeout) ->
    try gen:call(Server, '$gen_call', Request, Timeout) of
        {ok, Reply} -> Reply
    catch
        exit:Reason -> erlang:exit({Reason, {?MODULE, call, [Server, Request, Timeout]}})
    end.

cast({global, Name}, Request) -> catch global:send(Name, {'$gen_cast', Request}), ok;
cast({via, Module, Name}, Request) -> catch Module:send(Name, {'$gen_cast', Request}), ok;
cast(Server, Request) -> catch erlang:send(Server, {'$gen_cast', Request}), ok.

reply(From, Reply) -> gen:reply(From, Reply).

%% There is one node.
abcast(Name, Request) -> cast(Name, Request), abcast.
abcast(Nodes, Name, Request) -> [cast(Name, Request) || Node <- Nodes, Node =:= node()], abcast.

multi_call(Name, Request) -> multi_call([node()], Name, Request, infinity).
multi_call(Nodes, Name, Request) -> multi_call(Nodes, Name, Request, infinity).
multi_call(Nodes, Name, Request, Timeout) ->
    multi_call(Nodes, Name, Request, Timeout, [], []).

multi_call([Node | Nodes], Name, Request, Timeout, Replies, Bad) ->
    try call({Name, Node}, Request, Timeout) of
        Reply -> multi_call(Nodes, Name, Request, Timeout, [{Node, Reply} | Replies], Bad)
    catch
        exit:_ -> multi_call(Nodes, Name, Request, Timeout, Replies, [Node | Bad])
    end;
multi_call([], _, _, _, Replies, Bad) -> {lists:reverse(Replies), lists:reverse(Bad)}.

send_request(Server, Request) -> gen:send_request(Server, '$gen_call', Request).
wait_response(RequestId, Timeout) -> gen:wait_response(RequestId, Timeout).
receive_response(RequestId, Timeout) -> gen:receive_response(RequestId, Timeout).
check_response(Message, RequestId) -> gen:check_response(Message, RequestId).

%% ---- Starting ----

init_it(Starter, Parent, Name, Module, Args, Options) ->
    Server = #server{parent = Parent, name = gen:name_of(Name), module = Module,
                     hibernate_after = gen:hibernate_after(Options)},
    started(gen:init(Starter, Name, Module, Args), Starter, Name, Server).

started({ok, State}, Starter, _, Server) ->
    proc_lib:init_ack(Starter, {ok, self()}),
    loop(Server#server{state = State}, infinity);
started({ok, State, What}, Starter, Name, Server) ->
    case What of
        {continue, _} -> ok;
        hibernate -> ok;
        infinity -> ok;
        Time when is_integer(Time), Time >= 0 -> ok;
        _ -> bad_init({ok, State, What}, Starter, Name)
    end,
    proc_lib:init_ack(Starter, {ok, self()}),
    next(What, Server#server{state = State});
started({stop, Reason}, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, {error, Reason}, {exit, Reason});
started({error, Reason}, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, {error, Reason}, {exit, normal});
started(ignore, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, ignore, {exit, normal});
started(Other, Starter, Name, _) -> bad_init(Other, Starter, Name).

bad_init(Result, Starter, Name) ->
    gen:unregister_name(Name),
    Reason = {bad_return_value, Result},
    proc_lib:init_fail(Starter, {error, Reason}, {exit, Reason}).

enter_loop(Module, Options, State) -> enter_loop(Module, Options, State, self(), infinity).

enter_loop(Module, Options, State, {Kind, _} = Name) when Kind =:= local; Kind =:= global ->
    enter_loop(Module, Options, State, Name, infinity);
enter_loop(Module, Options, State, {via, _, _} = Name) ->
    enter_loop(Module, Options, State, Name, infinity);
enter_loop(Module, Options, State, What) -> enter_loop(Module, Options, State, self(), What).

enter_loop(Module, Options, State, Name, What) ->
    OwnName = gen:own_name(Name),
    Parent = gen:get_parent(),
    next(What, #server{parent = Parent, name = OwnName, module = Module, state = State,
                       hibernate_after = gen:hibernate_after(Options)}).

%% ---- The loop ----

%% What a callback asks for beside its new state.
next({continue, Term}, #server{module = Module, state = State} = Server) ->
    Result = attempt(fun() -> Module:handle_continue(Term, State) end),
    common_result(Result, {continue, Term}, Server);
next(hibernate, Server) -> proc_lib:hibernate(?MODULE, wake_up, [Server]);
next(Timeout, Server) -> loop(Server, Timeout).

wake_up(Server) -> loop(Server, infinity).

loop(#server{hibernate_after = After} = Server, infinity) when After =/= infinity ->
    receive
        Message -> handle(Message, Server)
    after After -> proc_lib:hibernate(?MODULE, wake_up, [Server])
    end;
loop(Server, Timeout) ->
    receive
        Message -> handle(Message, Server)
    after Timeout -> handle(timeout, Server)
    end.

handle({system, From, Request}, #server{parent = Parent, debug = Debug} = Server) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, Server);
handle({'EXIT', Parent, Reason} = Message, #server{parent = Parent} = Server) ->
    terminate({exit, Reason, []}, Message, Server);
handle({'$gen_call', From, Request} = Message, #server{module = Module, state = State} = Server) ->
    Result = attempt(fun() -> Module:handle_call(Request, From, State) end),
    call_result(Result, From, Message, Server);
handle({'$gen_cast', Request} = Message, #server{module = Module, state = State} = Server) ->
    common_result(attempt(fun() -> Module:handle_cast(Request, State) end), Message, Server);
handle(Message, #server{module = Module, state = State} = Server) ->
    common_result(attempt(fun() -> handle_info(Module, Message, State) end), Message, Server).

handle_info(Module, Message, State) ->
    case erlang:function_exported(Module, handle_info, 2) of
        true -> Module:handle_info(Message, State);
        false ->
            logger:report(warning, "** Undefined handle_info in ~p~n** Unhandled message: ~p~n",
                          [Module, Message]),
            {noreply, State}
    end.

attempt(F) ->
    try {ok, F()}
    catch
        throw:Result -> {ok, Result};
        Class:Reason:Stack -> {Class, Reason, Stack}
    end.

call_result({ok, {reply, Reply, State}}, From, _, Server) ->
    gen:reply(From, Reply),
    loop(Server#server{state = State}, infinity);
call_result({ok, {reply, Reply, State, What}}, From, _, Server) ->
    gen:reply(From, Reply),
    next(What, Server#server{state = State});
call_result({ok, {stop, Reason, Reply, State}}, From, Message, Server) ->
    %% The reply is sent after terminate/2 has run, and also when that fails.
    try terminate({exit, Reason, []}, Message, Server#server{state = State})
    after gen:reply(From, Reply)
    end;
call_result(Result, _, Message, Server) -> common_result(Result, Message, Server).

common_result({ok, {noreply, State}}, _, Server) -> loop(Server#server{state = State}, infinity);
common_result({ok, {noreply, State, What}}, _, Server) -> next(What, Server#server{state = State});
common_result({ok, {stop, Reason, State}}, Message, Server) ->
    terminate({exit, Reason, []}, Message, Server#server{state = State});
common_result({ok, Other}, Message, Server) ->
    terminate({exit, {bad_return_value, Other}, []}, Message, Server);
common_result({Class, Reason, Stack}, Message, Server) ->
    terminate({Class, Reason, Stack}, Message, Server).

%% ---- The end ----

terminate({Class, Reason, Stack}, Message, #server{module = Module, state = State} = Server) ->
    Exit = exit_reason(Class, Reason, Stack),
    case erlang:function_exported(Module, terminate, 2) of
        true ->
            case attempt(fun() -> Module:terminate(Exit, State) end) of
                {ok, _} -> ok;
                {Class2, Reason2, Stack2} ->
                    Exit2 = exit_reason(Class2, Reason2, Stack2),
                    report(Exit2, Message, Server),
                    erlang:raise(Class2, Reason2, Stack2)
            end;
        false -> ok
    end,
    report(Exit, Message, Server),
    case Class of
        error -> erlang:raise(error, Reason, Stack);
        exit -> erlang:exit(Reason)
    end.

exit_reason(error, Reason, Stack) -> {Reason, Stack};
exit_reason(exit, Reason, _) -> Reason.

report(normal, _, _) -> ok;
report(shutdown, _, _) -> ok;
report({shutdown, _}, _, _) -> ok;
report(Reason, Message, #server{name = Name, state = State}) ->
    logger:report(error, "** Generic server ~tp terminating~n** Last message in was ~tp~n"
                  "** When Server state == ~tp~n** Reason for termination ==~n** ~tp~n",
                  [Name, Message, State, Reason]).

%% ---- System messages ----

system_continue(Parent, Debug, Server) ->
    loop(Server#server{parent = Parent, debug = Debug}, infinity).

system_terminate(Reason, _Parent, Debug, Server) ->
    terminate({exit, Reason, []}, [], Server#server{debug = Debug}).

system_get_state(#server{state = State}) -> {ok, State}.

system_replace_state(Replace, #server{state = State} = Server) ->
    New = Replace(State),
    {ok, New, Server#server{state = New}}.

system_code_change(#server{module = Module, state = State} = Server, _Module, OldVersion, Extra) ->
    case catch Module:code_change(OldVersion, State, Extra) of
        {ok, New} -> {ok, Server#server{state = New}};
        Other -> Other
    end.
