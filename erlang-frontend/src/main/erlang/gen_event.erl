%% Event managers: OTP's stdlib manual, module gen_event. Handlers run inside the manager's process, latest added first.
-module(gen_event).

-export([start/0, start/1, start/2, start_link/0, start_link/1, start_link/2, start_monitor/0,
         start_monitor/1, start_monitor/2, stop/1, stop/3, notify/2, sync_notify/2, add_handler/3,
         add_sup_handler/3, delete_handler/3, swap_handler/3, swap_sup_handler/3, which_handlers/1, call/3,
         call/4, send_request/3, send_request/5, wait_response/2, wait_response/3, receive_response/2,
         receive_response/3, check_response/2, check_response/3, reqids_new/0, reqids_size/1, reqids_add/3,
         reqids_to_list/1]).
-export([init_it/6, system_continue/3, system_terminate/4, system_get_state/1, system_replace_state/2,
         system_code_change/4, wake_up/1, format_status/2, format_log/1, format_log/2, print_event/3]).

-callback init(InitArgs :: term()) -> {ok, State :: term()} | {ok, State :: term(), hibernate} | {error, term()}.
-callback handle_event(Event :: term(), State :: term()) -> term().
-callback handle_call(Request :: term(), State :: term()) -> term().
-callback handle_info(Info :: term(), State :: term()) -> term().
-callback terminate(Reason :: term(), State :: term()) -> term().
-callback code_change(OldVersion :: term(), State :: term(), Extra :: term()) -> {ok, term()}.
-callback format_status(Status :: #{atom() => term()}) -> #{atom() => term()}.
-callback format_status(normal | terminate, [term()]) -> term().
-optional_callbacks([handle_info/2, terminate/2, code_change/3, format_status/1, format_status/2]).

-record(handler, {module, id = false, state, supervisor = false}).
-record(manager, {parent, name, handlers = [], debug = [], hibernate_after = infinity, hibernate = false}).

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

call(Manager, Handler, Query) -> called(Manager, Handler, Query, 5000, [Manager, Handler, Query]).
call(Manager, Handler, Query, Timeout) ->
    called(Manager, Handler, Query, Timeout, [Manager, Handler, Query, Timeout]).

called(Manager, Handler, Query, Timeout, Args) ->
    try request(Manager, {call, Handler, Query}, Timeout)
    catch
        exit:Reason -> exit({Reason, {?MODULE, call, Args}})
    end.

request(Manager, Request) -> request(Manager, Request, infinity).

request(Manager, Request, Timeout) ->
    {ok, Reply} = gen:call(Manager, self(), Request, Timeout),
    Reply.

send_request(Manager, Handler, Query) -> gen:send_request(Manager, self(), {call, Handler, Query}).
send_request(Manager, Handler, Query, Label, Requests) ->
    gen:send_request(Manager, self(), {call, Handler, Query}, Label, Requests).
wait_response(Request, Timeout) -> handled(gen:wait_response(Request, Timeout)).
wait_response(Requests, Timeout, Delete) ->
    handled(gen:wait_response(Requests, Timeout, Delete)).
receive_response(Request, Timeout) -> handled(gen:receive_response(Request, Timeout)).
receive_response(Requests, Timeout, Delete) ->
    handled(gen:receive_response(Requests, Timeout, Delete)).
check_response(Message, Request) -> handled(gen:check_response(Message, Request)).
check_response(Message, Requests, Delete) ->
    handled(gen:check_response(Message, Requests, Delete)).

%% The manager's own errors are replies to it, and errors to who asked.
handled({reply, {error, _} = Error}) -> Error;
handled({{reply, {error, _} = Error}, Label, Requests}) -> {Error, Label, Requests};
handled(Response) -> Response.

reqids_new() -> gen:reqids_new().
reqids_size(Requests) -> gen:reqids_size(Requests).
reqids_add(Request, Label, Requests) -> gen:reqids_add(Request, Label, Requests).
reqids_to_list(Requests) -> gen:reqids_to_list(Requests).

%% ---- The manager ----

init_it(Starter, Parent, Name, _Module, _Args, Options) ->
    process_flag(trap_exit, true),
    proc_lib:init_ack(Starter, {ok, self()}),
    ManagerName = gen:name_of(Name),
    loop(#manager{parent = Parent, name = ManagerName, debug = gen:debug_options(ManagerName, Options),
                  hibernate_after = gen:hibernate_after(Options)}).

wake_up(Manager) -> loop(Manager).

%% Once a handler has asked for it the manager hibernates until there is a message.
loop(#manager{hibernate = true} = Manager) ->
    proc_lib:hibernate(?MODULE, wake_up, [Manager#manager{hibernate = false}]);
loop(#manager{parent = Parent, debug = Debug, hibernate_after = After} = Manager) ->
    receive
        {system, From, Request} ->
            sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, Manager);
        {'EXIT', Parent, Reason} ->
            system_terminate(Reason, Parent, Debug, Manager);
        Message when Debug =:= [] -> loop(handle(Message, Manager));
        Message ->
            Told = sys:handle_debug(Debug, fun ?MODULE:print_event/3, Manager#manager.name, {in, Message}),
            loop(handle(Message, Manager#manager{debug = Told}))
    after After ->
            proc_lib:hibernate(?MODULE, wake_up, [Manager])
    end.

handle({notify, Event}, Manager) -> each(handle_event, Event, Manager);
handle({Label, From, Request} = Message, Manager) when is_pid(Label) ->
    case serve(Request, Manager) of
        {Reply, Manager2} ->
            gen:reply(From, Reply),
            Manager2;
        none -> each(handle_info, Message, Manager)
    end;
handle({'EXIT', Pid, Reason} = Message, Manager) -> supervisor_gone(Pid, Reason, Message, Manager);
handle(Message, Manager) -> each(handle_info, Message, Manager).

print_event(Device, {in, {notify, Event}}, Name) -> io:format(Device, "*DBG* ~tp got event ~tp~n", [Name, Event]);
print_event(Device, {in, {_, _, {call, Handler, Query}}}, Name) ->
    io:format(Device, "*DBG* ~tp(~tp) got call ~tp~n", [Name, Handler, Query]);
print_event(Device, {in, Message}, Name) -> io:format(Device, "*DBG* ~tp got ~tp~n", [Name, Message]);
print_event(Device, Event, Name) -> io:format(Device, "*DBG* ~tp : ~tp~n", [Name, Event]).

serve({sync_notify, Event}, Manager) -> {ok, each(handle_event, Event, Manager)};
serve({add_handler, Handler, Args}, Manager) -> add(Handler, Args, false, Manager);
serve({add_sup_handler, Handler, Args, Pid}, Manager) ->
    link(Pid),
    add(Handler, Args, Pid, Manager);
serve({delete_handler, Handler, Args}, Manager) ->
    case find(Handler, Manager) of
        #handler{} = H ->
            Reply = finish(H, Args, normal),
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
                {ok, Reply, New, hibernate} -> {Reply, hibernating(replace(H#handler{state = New}, Manager))};
                {remove_handler, Reply} ->
                    finish(H, remove_handler, normal),
                    {Reply, remove(H, Manager)};
                {swap_handler, Reply, A1, New, H2, A2} ->
                    {Reply, swap_itself(H#handler{state = New}, A1, H2, A2, Manager)};
                Other ->
                    {{error, Other}, fail(H, Other, Query, Manager)}
            end;
        false -> {{error, bad_module}, Manager}
    end;
serve(get_modules, #manager{handlers = Handlers} = Manager) ->
    {lists:usort([Module || #handler{module = Module} <- Handlers]), Manager};
serve(_, _) -> none.

attempt(F) ->
    try F()
    catch
        throw:Value -> Value;
        error:Reason:Stack -> {'EXIT', {Reason, Stack}};
        exit:Reason -> {'EXIT', Reason}
    end.

add(Handler, Args, Supervisor, #manager{handlers = Handlers} = Manager) ->
    #handler{module = Module} = New = named(Handler, #handler{supervisor = Supervisor}),
    case attempt(fun() -> Module:init(Args) end) of
        {ok, State} -> {ok, Manager#manager{handlers = [New#handler{state = State} | Handlers]}};
        {ok, State, hibernate} ->
            {ok, hibernating(Manager#manager{handlers = [New#handler{state = State} | Handlers]})};
        Other -> {Other, Manager}
    end.

swap(Old, Args1, New, Args2, Supervisor, Manager) ->
    case find(Old, Manager) of
        #handler{supervisor = OldSupervisor} = H ->
            Result = finish(H, Args1, {swapped, New, Supervisor}),
            Kept = case Supervisor of
                       false -> OldSupervisor;
                       _ -> Supervisor
                   end,
            swapped_in(add(New, {Args2, Result}, Kept, remove(H, Manager)));
        false -> swapped_in(add(New, {Args2, error}, Supervisor, Manager))
    end.

%% As a handler's callback asks for, with the state that it leaves: the other one takes its place among the handlers.
swap_itself(#handler{supervisor = Supervisor} = H, Args1, New, Args2, #manager{name = Name, handlers = Handlers} = Manager) ->
    Result = finish(H, Args1, {swapped, New, Supervisor}),
    case add(New, {Args2, Result}, Supervisor, Manager#manager{handlers = []}) of
        {ok, #manager{handlers = [Added]}} ->
            Manager#manager{handlers = [case same(Other, H) of
                                            true -> Added;
                                            false -> Other
                                        end || Other <- Handlers]};
        {Failure, _} ->
            Failed = named(New, #handler{supervisor = Supervisor, state = {error, Failure}}),
            tell_supervisor(Failed, crash),
            report(Failed, false, Name, crash),
            remove(H, Manager)
    end.

named({Module, Id}, H) -> H#handler{module = Module, id = {true, Id}};
named(Module, H) -> H#handler{module = Module}.

hibernating(Manager) -> Manager#manager{hibernate = true}.

swapped_in({ok, Manager}) -> {ok, Manager};
swapped_in({Other, Manager}) -> {{error, Other}, Manager}.

each(Callback, Event, #manager{handlers = Handlers} = Manager) ->
    lists:foldl(fun(H, M) -> one(Callback, Event, H, M) end, Manager, Handlers).

one(Callback, Event, #handler{module = Module, state = State} = H, Manager) ->
    case Callback =:= handle_info andalso not erlang:function_exported(Module, handle_info, 2) of
        true ->
            moonbeam_report:log(warning, ?MODULE, #{label => {?MODULE, no_handle_info}, module => Module,
                                                    message => Event}),
            Manager;
        false ->
            case attempt(fun() -> Module:Callback(Event, State) end) of
                {ok, New} -> replace(H#handler{state = New}, Manager);
                {ok, New, hibernate} -> hibernating(replace(H#handler{state = New}, Manager));
                remove_handler ->
                    finish(H, remove_handler, normal),
                    remove(H, Manager);
                {swap_handler, A1, New, H2, A2} ->
                    swap_itself(H#handler{state = New}, A1, H2, A2, Manager);
                Other -> fail(H, Other, Event, Manager)
            end
    end.

%% A handler that fails is removed; the manager and the other handlers go on.
fail(H, Result, Event, #manager{name = Name} = Manager) ->
    finish(H, {error, Result}, Result),
    report(H, Name, Event, Result),
    remove(H, Manager).

report(#handler{module = Module, state = State} = H, Name, Event, Result) ->
    {Reason, Whole} = case Result of
                          {'EXIT', {Why, Stack}} -> {Why, fun(Shown) -> {'EXIT', {Shown, Stack}} end};
                          {'EXIT', Why} -> {Why, fun(Shown) -> {'EXIT', Shown} end};
                          Why -> {Why, fun(Shown) -> Shown end}
                      end,
    Status = gen:format_status(Module, terminate, #{state => State, message => Event, reason => Reason}, [get(), State]),
    moonbeam_report:log(error, ?MODULE,
                        #{label => {?MODULE, terminate}, handler => handler_name(H), name => Name,
                          last_message => maps:get(message, Status),
                          state => maps:get('$status', Status, maps:get(state, Status)),
                          reason => Whole(maps:get(reason, Status))}).

format_log(Report) -> moonbeam_report:format(Report).
format_log(Report, Options) -> moonbeam_report:format(Report, Options).

finish(#handler{module = Module, state = State} = H, Args, Reason) ->
    Result = case erlang:function_exported(Module, terminate, 2) of
                 true -> attempt(fun() -> Module:terminate(Args, State) end);
                 false -> ok
             end,
    tell_supervisor(H, Reason),
    Result.

tell_supervisor(#handler{supervisor = false}, _) -> ok;
tell_supervisor(#handler{supervisor = Pid} = H, Reason) ->
    Pid ! {gen_event_EXIT, handler_name(H), Reason},
    ok.

supervisor_gone(Pid, Reason, Message, #manager{handlers = Handlers} = Manager) ->
    {Supervised, Others} = lists:partition(fun(#handler{supervisor = P}) -> P =:= Pid end, Handlers),
    [finish(H#handler{supervisor = false}, {stop, Reason}, shutdown) || H <- Supervised],
    each(handle_info, Message, Manager#manager{handlers = Others}).

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

%% Those who supervise a handler are told, and do not end with the manager.
system_terminate(Reason, Parent, _Debug, #manager{handlers = Handlers}) ->
    [finish(H, stop, shutdown) || H <- Handlers],
    [unlink(Pid) || #handler{supervisor = Pid} <- Handlers, is_pid(Pid), Pid =/= Parent],
    exit(Reason).

system_get_state(#manager{handlers = Handlers}) ->
    {ok, [{M, case I of false -> false; {true, Id} -> Id end, S}
          || #handler{module = M, id = I, state = S} <- Handlers]}.

system_replace_state(Replace, #manager{handlers = Handlers} = Manager) ->
    {States, Replaced} = lists:unzip([replace_state(Replace, H) || H <- Handlers]),
    {ok, States, Manager#manager{handlers = Replaced}}.

%% A handler keeps its state where the function fails or gives what is none of it.
replace_state(Replace, #handler{module = M, id = I, state = S} = H) ->
    Id = case I of
             false -> false;
             {true, Given} -> Given
         end,
    try Replace({M, Id, S}) of
        {M, Id, New} -> {{M, Id, New}, H#handler{state = New}};
        _ -> {{M, Id, S}, H}
    catch
        _:_ -> {{M, Id, S}, H}
    end.

system_code_change(#manager{handlers = Handlers} = Manager, Module, OldVersion, Extra) ->
    {ok, Manager#manager{handlers = [change(H, Module, OldVersion, Extra) || H <- Handlers]}}.

change(#handler{module = Module, state = State} = H, Module, OldVersion, Extra) ->
    {ok, New} = Module:code_change(OldVersion, State, Extra),
    H#handler{state = New};
change(H, _, _, _) -> H.

format_status(What, [Dictionary, Mode, Parent, Debug, #manager{name = Name, handlers = Handlers}]) ->
    {Shown, Log} =
        lists:mapfoldl(fun(#handler{module = Module, state = State} = H, Log) ->
                               Status = gen:format_status(Module, What, #{log => Log, state => State}, [Dictionary, State]),
                               {H#handler{state = maps:get('$status', Status, maps:get(state, Status))},
                                maps:get(log, Status)}
                       end, sys:get_log(Debug), Handlers),
    [{header, gen:format_status_header("Status for event handler", Name)},
     {data, [{"Status", Mode}, {"Logged Events", Log}, {"Parent", Parent}]},
     {items, {"Installed handlers", Shown}}].
