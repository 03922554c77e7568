%% Servers: OTP's stdlib manual, module gen_server.
-module(gen_server).

-export([start/3, start/4, start_link/3, start_link/4, start_monitor/3, start_monitor/4, stop/1, stop/3,
         call/2, call/3, cast/2, reply/2, abcast/2, abcast/3, multi_call/2, multi_call/3, multi_call/4,
         send_request/2, send_request/4, wait_response/2, wait_response/3, receive_response/2,
         receive_response/3, check_response/2, check_response/3, reqids_new/0, reqids_size/1, reqids_add/3,
         reqids_to_list/1, enter_loop/3, enter_loop/4, enter_loop/5]).
-export([init_it/6, system_continue/3, system_terminate/4, system_get_state/1, system_replace_state/2,
         system_code_change/4, wake_up/1, format_status/2, format_log/1, format_log/2, print_event/3]).

-callback init(Args :: term()) ->
    {ok, State :: term()} | {ok, State :: term(), timeout() | hibernate | {continue, term()}} |
    {stop, Reason :: term()} | {error, Reason :: term()} | ignore.
-callback handle_call(Request :: term(), From :: {pid(), term()}, State :: term()) -> term().
-callback handle_cast(Request :: term(), State :: term()) -> term().
-callback handle_info(Info :: timeout | term(), State :: term()) -> term().
-callback handle_continue(Info :: term(), State :: term()) -> term().
-callback terminate(Reason :: term(), State :: term()) -> term().
-callback code_change(OldVersion :: term(), State :: term(), Extra :: term()) -> term().
-callback format_status(Status :: #{atom() => term()}) -> #{atom() => term()}.
-callback format_status(normal | terminate, [term()]) -> term().
-optional_callbacks([handle_info/2, handle_continue/2, terminate/2, code_change/3, format_status/1, format_status/2]).

%% timeout is what the server waited with when a system message came.
-record(server, {parent, name, module, state, debug = [], hibernate_after = infinity, timeout = infinity}).

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
send_request(Server, Request, Label, Requests) ->
    gen:send_request(Server, '$gen_call', Request, Label, Requests).
wait_response(Request, Timeout) -> gen:wait_response(Request, Timeout).
wait_response(Requests, Timeout, Delete) -> gen:wait_response(Requests, Timeout, Delete).
receive_response(Request, Timeout) -> gen:receive_response(Request, Timeout).
receive_response(Requests, Timeout, Delete) ->
    gen:receive_response(Requests, Timeout, Delete).
check_response(Message, Request) -> gen:check_response(Message, Request).
check_response(Message, Requests, Delete) -> gen:check_response(Message, Requests, Delete).
reqids_new() -> gen:reqids_new().
reqids_size(Requests) -> gen:reqids_size(Requests).
reqids_add(Request, Label, Requests) -> gen:reqids_add(Request, Label, Requests).
reqids_to_list(Requests) -> gen:reqids_to_list(Requests).

%% ---- Starting ----

init_it(Starter, Parent, Name, Module, Args, Options) ->
    ServerName = gen:name_of(Name),
    Server = #server{parent = Parent, name = ServerName, module = Module,
                     debug = gen:debug_options(ServerName, Options),
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
                       debug = gen:debug_options(OwnName, Options),
                       hibernate_after = gen:hibernate_after(Options)}).

%% ---- The loop ----

%% What a callback asks for beside its new state.
next({continue, Term}, #server{module = Module, state = State} = Server) ->
    Result = attempt(fun() -> Module:handle_continue(Term, State) end),
    common_result(Result, {continue, Term}, told({continue, Term}, Server));
next(hibernate, Server) -> proc_lib:hibernate(?MODULE, wake_up, [Server]);
next(Timeout, Server) -> loop(Server, Timeout).

wake_up(Server) ->
    receive
        {system, From, Request} -> system(From, Request, hibernate, Server);
        Message -> handle(Message, Server)
    end.

loop(#server{hibernate_after = After} = Server, infinity) when After =/= infinity ->
    receive
        {system, From, Request} -> system(From, Request, infinity, Server);
        Message -> handle(Message, Server)
    after After -> proc_lib:hibernate(?MODULE, wake_up, [Server])
    end;
loop(Server, Timeout) ->
    receive
        {system, From, Request} -> system(From, Request, Timeout, Server);
        Message -> handle(Message, Server)
    after Timeout -> handle(timeout, Server)
    end.

system(From, Request, Timeout, #server{parent = Parent, debug = Debug} = Server) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, Server#server{timeout = Timeout}).

handle({'EXIT', Parent, Reason} = Message, #server{parent = Parent} = Server) ->
    terminate({exit, Reason, []}, Message, Server);
handle(Message, #server{debug = []} = Server) -> serve(Message, Server);
handle(Message, Server) -> serve(Message, told({in, Message}, Server)).

serve({'$gen_call', From, Request} = Message, #server{module = Module, state = State} = Server) ->
    Result = attempt(fun() -> Module:handle_call(Request, From, State) end),
    call_result(Result, From, Message, Server);
serve({'$gen_cast', Request} = Message, #server{module = Module, state = State} = Server) ->
    common_result(attempt(fun() -> Module:handle_cast(Request, State) end), Message, Server);
serve(Message, #server{module = Module, state = State} = Server) ->
    common_result(attempt(fun() -> handle_info(Module, Message, State) end), Message, Server).

handle_info(Module, Message, State) ->
    case erlang:function_exported(Module, handle_info, 2) of
        true -> Module:handle_info(Message, State);
        false ->
            moonbeam_report:log(warning, ?MODULE, #{label => {?MODULE, no_handle_info}, module => Module,
                                                    message => Message}),
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
    loop(replied(Reply, From, Server#server{state = State}), infinity);
call_result({ok, {reply, Reply, State, What}}, From, _, Server) ->
    gen:reply(From, Reply),
    next(What, replied(Reply, From, Server#server{state = State}));
call_result({ok, {stop, Reason, Reply, State}}, From, Message, Server) ->
    %% The reply is sent after terminate/2 has run, and also when that fails.
    try terminate({exit, Reason, []}, Message, Server#server{state = State})
    after
        gen:reply(From, Reply),
        replied(Reply, From, Server#server{state = State})
    end;
call_result(Result, _, Message, Server) -> common_result(Result, Message, Server).

common_result({ok, {noreply, State}}, _, Server) -> loop(changed(Server#server{state = State}), infinity);
common_result({ok, {noreply, State, What}}, _, Server) -> next(What, changed(Server#server{state = State}));
common_result({ok, {stop, Reason, State}}, Message, Server) ->
    terminate({exit, Reason, []}, Message, Server#server{state = State});
common_result({ok, Other}, Message, Server) ->
    terminate({exit, {bad_return_value, Other}, []}, Message, Server);
common_result({Class, Reason, Stack}, Message, Server) ->
    terminate({Class, Reason, Stack}, Message, Server).

%% ---- What sys is told of, where somebody asked for it ----

told(_, #server{debug = []} = Server) -> Server;
told(Event, #server{name = Name, debug = Debug} = Server) ->
    Server#server{debug = sys:handle_debug(Debug, fun ?MODULE:print_event/3, Name, Event)}.

replied(_, _, #server{debug = []} = Server) -> Server;
replied(Reply, From, #server{state = State} = Server) -> told({out, Reply, From, State}, Server).

changed(#server{debug = []} = Server) -> Server;
changed(#server{state = State} = Server) -> told({noreply, State}, Server).

print_event(Device, {in, {'$gen_call', {From, _}, Request}}, Name) ->
    io:format(Device, "*DBG* ~tp got call ~tp from ~tw~n", [Name, Request, From]);
print_event(Device, {in, {'$gen_cast', Request}}, Name) -> io:format(Device, "*DBG* ~tp got cast ~tp~n", [Name, Request]);
print_event(Device, {in, Message}, Name) -> io:format(Device, "*DBG* ~tp got ~tp~n", [Name, Message]);
print_event(Device, {out, Reply, {To, _}, State}, Name) ->
    io:format(Device, "*DBG* ~tp sent ~tp to ~tw, new state ~tp~n", [Name, Reply, To, State]);
print_event(Device, {noreply, State}, Name) -> io:format(Device, "*DBG* ~tp new state ~tp~n", [Name, State]);
print_event(Device, Event, Name) -> io:format(Device, "*DBG* ~tp dbg  ~tp~n", [Name, Event]).

%% ---- The end ----

terminate({Class, Reason, Stack}, Message, #server{module = Module, state = State} = Server) ->
    Exit = exit_reason(Class, Reason, Stack),
    case erlang:function_exported(Module, terminate, 2) of
        true ->
            case attempt(fun() -> Module:terminate(Exit, State) end) of
                {ok, _} -> ok;
                {Class2, Reason2, Stack2} ->
                    Exit2 = exit_reason(Class2, Reason2, Stack2),
                    report(Exit2, Reason2, Stack2, Message, Server),
                    erlang:raise(Class2, Reason2, Stack2)
            end;
        false -> ok
    end,
    report(Exit, Reason, Stack, Message, Server),
    case Class of
        error -> erlang:raise(error, Reason, Stack);
        exit -> erlang:exit(Reason)
    end.

exit_reason(error, Reason, Stack) -> {Reason, Stack};
exit_reason(exit, Reason, _) -> Reason.

report(normal, _, _, _, _) -> ok;
report(shutdown, _, _, _, _) -> ok;
report({shutdown, _}, _, _, _, _) -> ok;
report(_, Reason, Stack, Message, #server{name = Name, module = Module, state = State, debug = Debug}) ->
    {Shown, From} = case Message of
                        {'$gen_call', Client, Request} -> {Request, Client};
                        _ -> {Message, undefined}
                    end,
    Status = gen:format_status(Module, terminate,
                               #{reason => Reason, state => State, message => Shown, log => sys:get_log(Debug)},
                               [get(), State]),
    Why = maps:get(reason, Status),
    moonbeam_report:log(error, ?MODULE,
                        #{label => {?MODULE, terminate}, name => Name, last_message => maps:get(message, Status),
                          state => gen:shown_state(Status), log => shown_log(Module, maps:get(log, Status)),
                          reason => case Stack of
                                        [] -> Why;
                                        _ -> {Why, Stack}
                                    end,
                          client_info => moonbeam_report:client(From)}).

format_log(Report) -> moonbeam_report:format(Report).
format_log(Report, Options) -> moonbeam_report:format(Report, Options).

%% A module with the old format_status/2 is asked for each state in the log.
shown_log(Module, Log) ->
    case erlang:function_exported(Module, format_status, 1) of
        true -> Log;
        false -> [shown_event(Module, Event) || Event <- Log]
    end.

shown_event(Module, {out, Reply, To, State}) -> {out, Reply, To, shown_state(Module, State)};
shown_event(Module, {noreply, State}) -> {noreply, shown_state(Module, State)};
shown_event(_, Event) -> Event.

shown_state(Module, State) ->
    maps:get(state, gen:format_status(Module, terminate, #{state => State}, [get(), State])).

%% ---- System messages ----

system_continue(Parent, Debug, #server{timeout = Timeout} = Server) ->
    next(Timeout, Server#server{parent = Parent, debug = Debug}).

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

format_status(What, [Dictionary, Mode, Parent, Debug, #server{name = Name, module = Module, state = State}]) ->
    Status = gen:format_status(Module, What, #{state => State, log => sys:get_log(Debug)}, [Dictionary, State]),
    [{header, gen:format_status_header("Status for generic server", Name)},
     {data, [{"Status", Mode}, {"Parent", Parent}, {"Logged events", shown_log(Module, maps:get(log, Status))}]} |
     case Status of
         #{'EXIT' := Failure} -> [{data, [{"State", Failure}]}];
         #{'$status' := List} when is_list(List) -> List;
         #{'$status' := Shown} -> [Shown];
         #{state := Shown} -> [{data, [{"State", Shown}]}]
     end].
