%% Event managers: OTP's stdlib manual, module gen_event. Handlers run inside the manager's process, latest added first.
-module(gen_event).

-export([start/0, start/1, start/2, start_link/0, start_link/1, start_link/2, start_monitor/0,
         start_monitor/1, start_monitor/2, stop/1, stop/3, notify/2, sync_notify/2, add_handler/3,
         add_sup_handler/3, delete_handler/3, swap_handler/3, swap_sup_handler/3, which_handlers/1,
         call/3, call/4, send_request/3, wait_response/2, receive_response/2, check_response/2]).
-export([init_it/6, system_continue/3, system_terminate/4, system_get_state/1, system_replace_state/2,
         system_code_change/4, wake_up/1]).

-callback init(InitArgs :: term()) -> {ok, State :: term()} | {ok, State :: term(), hibernate} | {error, term()}.
-callback handle_event(Event :: term(), State :: term()) -> term().
-callback handle_call(Request :: term(), State :: term()) -> term().
-callback handle_info(Info :: term(), State :: term()) -> term().
-callback terminate(Reason :: term(), State :: term()) -> term().
-callback code_change(OldVersion :: term(), State :: term(), Extra :: term()) -> {ok, term()}.
-optional_callbacks([handle_info/2, terminate/2, code_change/3]).

-record(handler, {module, id = false, state, supervisor = false}).
-record(manager, {parent, name, handlers = [], debug = [], hibernate_after = infinity}).

%% ---- The client's side ----

start() -> start([]).
start(Options) when is_list(Options) -> gen:start(?MODULE, nolink, no_callback, [], Options);
start(Name) -> start(Name, []).
start(Name, Options) -> gen:start(?MODULE, nolink, Name, no_callback, [], Options).

start_link() -> start_link([]).
start_link(Options) when is_list(Options) -> gen:start(?MODULE, link, no_callback, [], Options);
start_link(Name) -> start_link(Name, []).
start_link(Name, Options) -> gen:start(?MODULE, link, Name, no_callback, [], Options).

start_monitor() -> start_monitor([]).
start_monitor(Options) when is_list(Options) -> gen:start(?MODULE, monitor, no_callback, [], Options);
start_monitor(Name) -> start_monitor(Name, []).
start_monitor(Name, Options) -> gen:start(?MODULE, monitor, Name, no_callback, [], Options).

stop(Manager) -> gen:stop(Manager).
stop(Manager, Reason, Timeout) -> gen:stop(Manager, Reason, Timeout).

notify({global, Name}, Event) -> catch global:send(Name, {notify, Event}), ok;
notify({via, Module, Name}, Event) -> catch Module:send(Name, {notify, Event}), ok;
notify(Manager, Event) -> catch Manager ! {notify, Event}, ok.

sync_notify(Manager, Event) -> request(Manager, {sync_notify, Event}).
add_handler(Manager, Handler, Args) -> request(Manager, {add_handler, Handler, Args}).
add_sup_handler(Manager, Handler, Args) -> request(Manager, {add_sup_handler, Handler, Args, self()}).
delete_handler(Manager, Handler, Args) -> request(Manager, {delete_handler, Handler, Args}).
swap_handler(Manager, {H1, A1}, {H2, A2}) -> request(Manager, {swap_handler, H1, A1, H2, A2}).
swap_sup_handler(Manager, {H1, A1}, {H2, A2}) ->
    request(Manager, {swap_sup_handler, H1, A1, H2, A2, self()}).
which_handlers(Manager) -> request(Manager, which_handlers).

call(Manager, Handler, Query) -> call(Manager, Handler, Query, 5000).
call(Manager, Handler, Query, Timeout) -> request(Manager, {call, Handler, Query}, Timeout).

request(Manager, Request) -> request(Manager, Request, infinity).

request(Manager, Request, Timeout) ->
    {ok, Reply} = gen:call(Manager, self(), Request, Timeout),
    Reply.

send_request(Manager, Handler, Query) -> gen:send_request(Manager, self(), {call, Handler, Query}).
wait_response(Id, Timeout) -> gen:wait_response(Id, Timeout).
receive_response(Id, Timeout) -> gen:receive_response(Id, Timeout).
check_response(Message, Id) -> gen:check_response(Message, Id).

%% ---- The manager ----

init_it(Starter, Parent, Name, _Module, _Args, Options) ->
    process_flag(trap_exit, true),
    proc_lib:init_ack(Starter, {ok, self()}),
    loop(#manager{parent = Parent, name = gen:name_of(Name), hibernate_after = gen:hibernate_after(Options)}).

wake_up(Manager) -> loop(Manager).

loop(#manager{parent = Parent, debug = Debug, hibernate_after = After} = Manager) ->
    receive
        {system, From, Request} ->
            sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, Manager);
        {'EXIT', Parent, Reason} ->
            system_terminate(Reason, Parent, Debug, Manager);
        {notify, Event} ->
            loop(each(handle_event, Event, Manager));
        {Label, {_, Tag} = From, Request} when is_pid(Label), Tag =/= [] ->
            {Reply, Manager2} = serve(Request, Manager),
            gen:reply(From, Reply),
            loop(Manager2);
        {'EXIT', Pid, Reason} = Message ->
            loop(supervisor_gone(Pid, Reason, Message, Manager));
        Message ->
            loop(each(handle_info, Message, Manager))
    after After ->
            proc_lib:hibernate(?MODULE, wake_up, [Manager])
    end.

serve({sync_notify, Event}, Manager) -> {ok, each(handle_event, Event, Manager)};
serve({add_handler, Handler, Args}, Manager) -> add(Handler, Args, false, Manager);
serve({add_sup_handler, Handler, Args, Pid}, Manager) ->
    link(Pid),
    add(Handler, Args, Pid, Manager);
serve({delete_handler, Handler, Args}, Manager) ->
    case find(Handler, Manager) of
        #handler{} = H ->
            Reply = finish(H, Args, Manager, normal),
            {Reply, remove(H, Manager)};
        false -> {{error, module_not_found}, Manager}
    end;
serve({swap_handler, H1, A1, H2, A2}, Manager) -> swap(H1, A1, H2, A2, false, Manager);
serve({swap_sup_handler, H1, A1, H2, A2, Pid}, Manager) ->
    link(Pid),
    swap(H1, A1, H2, A2, Pid, Manager);
serve(which_handlers, #manager{handlers = Handlers} = Manager) ->
    {[handler_name(H) || H <- Handlers], Manager};
serve({call, Handler, Query}, Manager) ->
    case find(Handler, Manager) of
        #handler{module = Module, state = State} = H ->
            Result = attempt(fun() -> Module:handle_call(Query, State) end),
            case Result of
                {ok, Reply, New} -> {Reply, replace(H#handler{state = New}, Manager)};
                {ok, Reply, New, hibernate} -> {Reply, replace(H#handler{state = New}, Manager)};
                {remove_handler, Reply} ->
                    finish(H, remove_handler, Manager, normal),
                    {Reply, remove(H, Manager)};
                {swap_handler, Reply, A1, H2, A2} ->
                    {_, Manager2} = swap(Handler, A1, H2, A2, H#handler.supervisor, Manager),
                    {Reply, Manager2};
                Other ->
                    {{error, failure(Other)}, fail(H, Other, Query, Manager)}
            end;
        false -> {{error, bad_module}, Manager}
    end;
serve(_, Manager) -> {{error, bad_request}, Manager}.

attempt(F) ->
    try F()
    catch
        throw:Value -> Value;
        error:Reason:Stack -> {'EXIT', {Reason, Stack}};
        exit:Reason -> {'EXIT', Reason}
    end.

failure({'EXIT', _} = Exit) -> Exit;
failure(Other) -> {bad_return, Other}.

add(Handler, Args, Supervisor, #manager{handlers = Handlers} = Manager) ->
    {Module, Id} = case Handler of
                       {M, I} -> {M, {true, I}};
                       M -> {M, false}
                   end,
    New = #handler{module = Module, id = Id, supervisor = Supervisor},
    case attempt(fun() -> Module:init(Args) end) of
        {ok, State} -> {ok, Manager#manager{handlers = [New#handler{state = State} | Handlers]}};
        {ok, State, hibernate} ->
            {ok, Manager#manager{handlers = [New#handler{state = State} | Handlers]}};
        Other -> {Other, Manager}
    end.

swap(Old, Args1, New, Args2, Supervisor, Manager) ->
    case find(Old, Manager) of
        #handler{supervisor = OldSupervisor} = H ->
            Result = finish(H, Args1, Manager, {swapped, New, Supervisor}),
            Kept = case Supervisor of
                       false -> OldSupervisor;
                       _ -> Supervisor
                   end,
            add(New, {Args2, Result}, Kept, remove(H, Manager));
        false -> add(New, {Args2, error}, Supervisor, Manager)
    end.

each(Callback, Event, #manager{handlers = Handlers} = Manager) ->
    lists:foldl(fun(H, M) -> one(Callback, Event, H, M) end, Manager, Handlers).

one(Callback, Event, #handler{module = Module, state = State} = H, Manager) ->
    case Callback =:= handle_info andalso not erlang:function_exported(Module, handle_info, 2) of
        true ->
            logger:report(warning, "** Undefined handle_info in ~tp~n** Unhandled message: ~tp~n",
                          [Module, Event]),
            Manager;
        false ->
            case attempt(fun() -> Module:Callback(Event, State) end) of
                {ok, New} -> replace(H#handler{state = New}, Manager);
                {ok, New, hibernate} -> replace(H#handler{state = New}, Manager);
                remove_handler ->
                    finish(H, remove_handler, Manager, normal),
                    remove(H, Manager);
                {swap_handler, A1, H2, A2} ->
                    {_, Manager2} = swap(handler_name(H), A1, H2, A2, H#handler.supervisor, Manager),
                    Manager2;
                Other -> fail(H, Other, Event, Manager)
            end
    end.

%% A handler that fails is removed; the manager and the other handlers go on.
fail(H, Result, Event, #manager{name = Name} = Manager) ->
    finish(H, {error, failure(Result)}, Manager, failure(Result)),
    logger:report(error, "** gen_event handler ~tp crashed.~n** Was installed in ~tp~n"
                  "** Last event was: ~tp~n** When handler state == ~tp~n** Reason == ~tp~n",
                  [handler_name(H), Name, Event, H#handler.state, failure(Result)]),
    remove(H, Manager).

finish(#handler{module = Module, state = State, supervisor = Supervisor} = H, Args, _Manager, Reason) ->
    Result = case erlang:function_exported(Module, terminate, 2) of
                 true -> attempt(fun() -> Module:terminate(Args, State) end);
                 false -> ok
             end,
    case Supervisor of
        false -> ok;
        Pid ->
            Pid ! {gen_event_EXIT, handler_name(H), Reason},
            ok
    end,
    Result.

supervisor_gone(Pid, Reason, Message, #manager{handlers = Handlers} = Manager) ->
    case [H || #handler{supervisor = P} = H <- Handlers, P =:= Pid] of
        [] -> each(handle_info, Message, Manager);
        Supervised ->
            [finish(H#handler{supervisor = false}, {stop, Reason}, Manager, shutdown) || H <- Supervised],
            Manager#manager{handlers = Handlers -- Supervised}
    end.

handler_name(#handler{module = Module, id = false}) -> Module;
handler_name(#handler{module = Module, id = {true, Id}}) -> {Module, Id}.

find(Name, #manager{handlers = Handlers}) -> find_in(Name, Handlers).

find_in(Name, [H | Rest]) ->
    case handler_name(H) of
        Name -> H;
        _ -> find_in(Name, Rest)
    end;
find_in(_, []) -> false.

same(#handler{module = M1, id = I1}, #handler{module = M2, id = I2}) -> M1 =:= M2 andalso I1 =:= I2.

replace(New, #manager{handlers = Handlers} = Manager) ->
    Manager#manager{handlers = [case same(H, New) of
                                    true -> New;
                                    false -> H
                                end || H <- Handlers]}.

remove(Old, #manager{handlers = Handlers} = Manager) ->
    Manager#manager{handlers = [H || H <- Handlers, not same(H, Old)]}.

%% ---- System messages ----

system_continue(Parent, Debug, Manager) -> loop(Manager#manager{parent = Parent, debug = Debug}).

system_terminate(Reason, _Parent, _Debug, #manager{handlers = Handlers} = Manager) ->
    [finish(H, stop, Manager, shutdown) || H <- Handlers],
    exit(Reason).

system_get_state(#manager{handlers = Handlers}) ->
    {ok, [{M, case I of false -> false; {true, Id} -> Id end, S}
          || #handler{module = M, id = I, state = S} <- Handlers]}.

system_replace_state(Replace, #manager{handlers = Handlers} = Manager) ->
    New = [begin
               {M, Id, S2} = Replace({M, case I of false -> false; {true, X} -> X end, S}),
               {{M, Id, S2}, H#handler{state = S2}}
           end || #handler{module = M, id = I, state = S} = H <- Handlers],
    {States, Replaced} = lists:unzip(New),
    {ok, States, Manager#manager{handlers = Replaced}}.

system_code_change(#manager{handlers = Handlers} = Manager, Module, OldVersion, Extra) ->
    {ok, Manager#manager{handlers = [change(H, Module, OldVersion, Extra) || H <- Handlers]}}.

change(#handler{module = Module, state = State} = H, Module, OldVersion, Extra) ->
    {ok, New} = Module:code_change(OldVersion, State, Extra),
    H#handler{state = New};
change(H, _, _, _) -> H.
