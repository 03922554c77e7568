%% State machines: OTP's stdlib manual, module gen_statem. Both callback modes, state enter calls, postponed and inserted
%% events, event, state and generic timeouts, and a change of callback module.
-module(gen_statem).

-export([start/3, start/4, start_link/3, start_link/4, start_monitor/3, start_monitor/4, stop/1, stop/3,
         call/2, call/3, cast/2, reply/1, reply/2, send_request/2, send_request/4, wait_response/1,
         receive_response/1, wait_response/2, wait_response/3, receive_response/2, receive_response/3,
         check_response/2, check_response/3, reqids_new/0, reqids_size/1, reqids_add/3, reqids_to_list/1,
         enter_loop/4, enter_loop/5, enter_loop/6]).
-export([init_it/6, system_continue/3, system_terminate/4, system_get_state/1, system_replace_state/2,
         system_code_change/4, wake_up/1, format_status/2, format_log/1, format_log/2, print_event/3]).

-callback init(Args :: term()) -> term().
-callback callback_mode() -> term().
-callback handle_event(Type :: term(), Content :: term(), State :: term(), Data :: term()) -> term().
-callback terminate(Reason :: term(), State :: term(), Data :: term()) -> term().
-callback code_change(OldVersion :: term(), State :: term(), Data :: term(), Extra :: term()) -> term().
-callback format_status(Status :: #{atom() => term()}) -> #{atom() => term()}.
-callback format_status(normal | terminate, [term()]) -> term().
-optional_callbacks([handle_event/4, terminate/3, code_change/4, format_status/1, format_status/2]).

%% timers: timeout type -> {timer reference, content}. postponed: newest first. queue: events to handle before the mailbox.
%% A timeout of 0 stands in the queue as {at_once, Type, Content}.
%% below: the callback modules under the present one, for pop_callback_module.
-record(machine, {parent, name, module, below = [], mode, enter, state, data, timers = #{}, postponed = [],
                  queue = [], hibernate = false, debug = [], hibernate_after = infinity}).
%% What the actions of one callback ask for.
-record(wish, {postpone = false, hibernate = false, events = [], timeouts = [], module = same, debug = []}).

%% ---- The client's side ----

start(Module, Args, Options) -> gen:start(?MODULE, nolink, Module, Args, Options).
start(Name, Module, Args, Options) -> gen:start(?MODULE, nolink, Name, Module, Args, Options).
start_link(Module, Args, Options) -> gen:start(?MODULE, link, Module, Args, Options).
start_link(Name, Module, Args, Options) -> gen:start(?MODULE, link, Name, Module, Args, Options).
start_monitor(Module, Args, Options) -> gen:start(?MODULE, monitor, Module, Args, Options).
start_monitor(Name, Module, Args, Options) -> gen:start(?MODULE, monitor, Name, Module, Args, Options).

stop(Machine) -> gen:stop(Machine).
stop(Machine, Reason, Timeout) -> gen:stop(Machine, Reason, Timeout).

call(Machine, Request) -> call(Machine, Request, infinity).

call(Machine, Request, Timeout) ->
    Time = case Timeout of
               {clean_timeout, T} -> T;
               {dirty_timeout, T} -> T;
               T -> T
           end,
    try gen:call(Machine, '$gen_call', Request, Time) of
        {ok, Reply} -> Reply
    catch
        exit:Reason:Stack ->
            erlang:raise(exit, {Reason, {?MODULE, call, [Machine, Request, Timeout]}}, Stack)
    end.

cast({global, Name}, Event) -> catch global:send(Name, {'$gen_cast', Event}), ok;
cast({via, Module, Name}, Event) -> catch Module:send(Name, {'$gen_cast', Event}), ok;
cast(Machine, Event) -> catch erlang:send(Machine, {'$gen_cast', Event}), ok.

reply(Replies) when is_list(Replies) -> [reply(Reply) || Reply <- Replies], ok;
reply({reply, From, Reply}) -> reply(From, Reply).
reply(From, Reply) -> gen:reply(From, Reply).

send_request(Machine, Request) -> gen:send_request(Machine, '$gen_call', Request).
send_request(Machine, Request, Label, Requests) ->
    gen:send_request(Machine, '$gen_call', Request, Label, Requests).
wait_response(Request) -> wait_response(Request, infinity).
wait_response(Request, Timeout) -> gen:wait_response(Request, Timeout).
wait_response(Requests, Timeout, Delete) -> gen:wait_response(Requests, Timeout, Delete).
receive_response(Request) -> receive_response(Request, infinity).
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
    MachineName = gen:name_of(Name),
    Machine = #machine{parent = Parent, name = MachineName, module = Module,
                       debug = gen:debug_options(MachineName, Options),
                       hibernate_after = gen:hibernate_after(Options)},
    Told = fun(_, Reason, _) -> Reason end,
    started(gen:init(Starter, Name, Module, Args, Told), Starter, Name, Machine).

started({ok, State, Data}, Starter, Name, Machine) -> started({ok, State, Data, []}, Starter, Name, Machine);
started({ok, State, Data, Actions}, Starter, Name, Machine0) ->
    try with_mode(Machine0) of
        Machine ->
            proc_lib:init_ack(Starter, {ok, self()}),
            enter_first(State, Data, Actions, Machine)
    catch
        error:Reason:Stack ->
            gen:unregister_name(Name),
            proc_lib:init_fail(Starter, {error, Reason}, {error, Reason, Stack})
    end;
started({stop, Reason}, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, {error, Reason}, {exit, Reason});
started({error, Reason}, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, {error, Reason}, {exit, normal});
started(ignore, Starter, Name, _) ->
    gen:unregister_name(Name),
    proc_lib:init_fail(Starter, ignore, {exit, normal});
started(Other, Starter, Name, _) ->
    gen:unregister_name(Name),
    Reason = {bad_return_from_init, Other},
    proc_lib:init_fail(Starter, {error, Reason}, {exit, Reason}).

with_mode(#machine{module = Module} = Machine) ->
    Modes = case Module:callback_mode() of
                List when is_list(List) -> List;
                Mode -> [Mode]
            end,
    case [M || M <- Modes, M =:= state_functions orelse M =:= handle_event_function] of
        [M] -> Machine#machine{mode = M, enter = lists:member(state_enter, Modes)};
        _ -> erlang:error({bad_return_from_callback_mode, Modes})
    end.

enter_loop(Module, Options, State, Data) -> enter_loop(Module, Options, State, Data, self(), []).

enter_loop(Module, Options, State, Data, Actions) when is_list(Actions) ->
    enter_loop(Module, Options, State, Data, self(), Actions);
enter_loop(Module, Options, State, Data, Name) -> enter_loop(Module, Options, State, Data, Name, []).

enter_loop(Module, Options, State, Data, Name, Actions) ->
    OwnName = gen:own_name(Name),
    Parent = gen:get_parent(),
    enter_first(State, Data, Actions,
                with_mode(#machine{parent = Parent, name = OwnName, module = Module,
                                   debug = gen:debug_options(OwnName, Options),
                                   hibernate_after = gen:hibernate_after(Options)})).

enter_first(State, Data, Actions, Machine0) ->
    Machine = told({enter, Machine0#machine.module, State}, Machine0#machine{state = State, data = Data}),
    Wish = actions(Actions, wish(Machine), Machine),
    Begun = handled(false, {internal, init_state}, State, Machine#machine{debug = Wish#wish.debug}),
    entered(State, Wish, fun(Wish2, Machine2) -> arrange(Wish2, Machine2) end, Begun).

%% ---- The loop ----

next(#machine{queue = [{Type, Content} | Queue]} = Machine) ->
    event(Type, Content, Machine#machine{queue = Queue});
next(#machine{queue = [{at_once, Type, Content} | Queue], state = State} = Machine) ->
    event(Type, Content, told({in, {Type, Content}, State}, Machine#machine{queue = Queue}));
next(#machine{hibernate = true} = Machine) ->
    proc_lib:hibernate(?MODULE, wake_up, [Machine#machine{hibernate = false}]);
next(#machine{hibernate_after = After} = Machine) ->
    receive
        Message -> message(Message, Machine)
    after After -> proc_lib:hibernate(?MODULE, wake_up, [Machine])
    end.

wake_up(Machine) -> next(Machine).

message({system, From, Request}, #machine{parent = Parent, debug = Debug} = Machine) ->
    sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, Machine);
message({'EXIT', Parent, Reason}, #machine{parent = Parent} = Machine) ->
    terminate(exit, Reason, [], Machine);
message({'$gen_call', From, Request}, Machine) -> received({call, From}, Request, Machine);
message({'$gen_cast', Event}, Machine) -> received(cast, Event, Machine);
message({timeout, Ref, {?MODULE, Type}} = Message, #machine{timers = Timers} = Machine) ->
    case Timers of
        #{Type := {Ref, Content}} ->
            received(Type, Content, Machine#machine{timers = maps:remove(Type, Timers)});
        _ -> received(info, Message, Machine)
    end;
message(Message, Machine) -> received(info, Message, Machine).

received(Type, Content, #machine{debug = []} = Machine) -> event(Type, Content, Machine);
received(Type, Content, #machine{state = State} = Machine) ->
    event(Type, Content, told({in, {Type, Content}, State}, Machine)).

%% Any event ends an event timeout. That which fires is not set any more; a postponed one is an event like others.
event(Type, Content, Machine0) ->
    Machine = cancel_timer(timeout, Machine0),
    Result = invoke(Type, Content, Machine),
    result(Result, Type, Content, Machine).

invoke(Type, Content, #machine{module = Module, mode = Mode, state = State, data = Data}) ->
    try
        case Mode of
            state_functions -> Module:State(Type, Content, Data);
            handle_event_function -> Module:handle_event(Type, Content, State, Data)
        end
    catch
        throw:Result -> Result;
        Class:Reason:Stack -> {?MODULE, Class, Reason, Stack}
    end.

result({?MODULE, Class, Reason, Stack}, Type, Content, Machine) ->
    terminate(Class, Reason, Stack, in_hand(Type, Content, Machine));
result({next_state, State, Data}, Type, Content, Machine) ->
    transition(State, Data, [], false, Type, Content, Machine);
result({next_state, State, Data, Actions}, Type, Content, Machine) ->
    transition(State, Data, Actions, false, Type, Content, Machine);
result({keep_state, Data}, Type, Content, Machine) ->
    transition(Machine#machine.state, Data, [], false, Type, Content, Machine);
result({keep_state, Data, Actions}, Type, Content, Machine) ->
    transition(Machine#machine.state, Data, Actions, false, Type, Content, Machine);
result(keep_state_and_data, Type, Content, Machine) ->
    transition(Machine#machine.state, Machine#machine.data, [], false, Type, Content, Machine);
result({keep_state_and_data, Actions}, Type, Content, Machine) ->
    transition(Machine#machine.state, Machine#machine.data, Actions, false, Type, Content, Machine);
result({repeat_state, Data}, Type, Content, Machine) ->
    transition(Machine#machine.state, Data, [], true, Type, Content, Machine);
result({repeat_state, Data, Actions}, Type, Content, Machine) ->
    transition(Machine#machine.state, Data, Actions, true, Type, Content, Machine);
result(repeat_state_and_data, Type, Content, Machine) ->
    transition(Machine#machine.state, Machine#machine.data, [], true, Type, Content, Machine);
result({repeat_state_and_data, Actions}, Type, Content, Machine) ->
    transition(Machine#machine.state, Machine#machine.data, Actions, true, Type, Content, Machine);
result(stop, Type, Content, Machine) -> terminate(exit, normal, [], in_hand(Type, Content, Machine));
result({stop, Reason}, Type, Content, Machine) -> terminate(exit, Reason, [], in_hand(Type, Content, Machine));
result({stop, Reason, Data}, Type, Content, Machine) ->
    terminate(exit, Reason, [], in_hand(Type, Content, Machine#machine{data = Data}));
result({stop_and_reply, Reason, Replies}, Type, Content, Machine) ->
    stop_and_reply(Reason, Replies, in_hand(Type, Content, Machine));
result({stop_and_reply, Reason, Replies, Data}, Type, Content, Machine) ->
    stop_and_reply(Reason, Replies, in_hand(Type, Content, Machine#machine{data = Data}));
result(Other, Type, Content, Machine) ->
    terminate(error, {bad_return_from_state_function, Other}, [], in_hand(Type, Content, Machine)).

%% A machine that ends shows the event it was at as the first of its queue.
in_hand(Type, Content, #machine{queue = Queue} = Machine) -> Machine#machine{queue = [{Type, Content} | Queue]}.

stop_and_reply(Reason, Replies, Machine) ->
    try terminate(exit, Reason, [], Machine)
    after reply(case is_list(Replies) of true -> Replies; false -> [Replies] end)
    end.

%% ---- Transitions ----

transition(State, Data, Actions, Repeat, Type, Content, #machine{state = Old} = Machine0) ->
    try actions(Actions, wish(Machine0), Machine0#machine{state = State}) of
        #wish{postpone = Postpone, debug = Debug} = Wish ->
            Changed = State =/= Old,
            Machine1 = handled(Postpone, {Type, Content}, Old, Machine0#machine{state = State, data = Data, debug = Debug}),
            Machine2 = case Wish#wish.postpone of
                           true ->
                               Machine1#machine{postponed = [{Type, Content} | Machine1#machine.postponed]};
                           false -> Machine1
                       end,
            Machine3 = case Changed of
                           true -> release(cancel_timer(state_timeout, Machine2));
                           false -> Machine2
                       end,
            case Changed orelse Repeat of
                true -> entered(Old, Wish, fun arrange/2, new_module(Wish, Machine3));
                false -> arrange(Wish, new_module(Wish, Machine3))
            end
    catch
        error:{bad_action_from_state_function, _} = Reason:Stack ->
            terminate(error, Reason, Stack, in_hand(Type, Content, Machine0#machine{state = State, data = Data}))
    end.

%% A change of state brings the postponed events back, oldest first, before what waits.
release(#machine{postponed = Postponed, queue = Queue} = Machine) ->
    Machine#machine{postponed = [], queue = lists:reverse(Postponed, Queue)}.

new_module(#wish{module = same}, Machine) -> Machine;
new_module(#wish{module = Change}, #machine{module = Module, below = Below, state = State} = Machine) ->
    {New, Rest} = case Change of
                      {change, Other} -> {Other, Below};
                      {push, Other} -> {Other, [Module | Below]};
                      pop -> {hd(Below), tl(Below)}
                  end,
    told({module, New, State}, with_mode(Machine#machine{module = New, below = Rest})).

%% The state enter call. Its actions add to those of the transition; it may not change state, postpone or insert events.
entered(_, Wish, Then, #machine{enter = false} = Machine) -> Then(Wish, Machine);
entered(Old, Wish, Then, #machine{state = State} = Machine) ->
    case invoke(enter, Old, Machine) of
        {next_state, State, Data} -> Then(Wish, Machine#machine{data = Data});
        {next_state, State, Data, Actions} -> entered_with(Actions, Wish, Then, Machine#machine{data = Data});
        {keep_state, Data} -> Then(Wish, Machine#machine{data = Data});
        {keep_state, Data, Actions} -> entered_with(Actions, Wish, Then, Machine#machine{data = Data});
        keep_state_and_data -> Then(Wish, Machine);
        {keep_state_and_data, Actions} -> entered_with(Actions, Wish, Then, Machine);
        {repeat_state, Data} -> entered(State, Wish, Then, Machine#machine{data = Data});
        repeat_state_and_data -> entered(State, Wish, Then, Machine);
        {next_state, _, _} = Other -> terminate(error, {bad_state_enter_return_from_state_function, Other}, [], Machine);
        {next_state, _, _, _} = Other ->
            terminate(error, {bad_state_enter_return_from_state_function, Other}, [], Machine);
        Other -> result(Other, enter, Old, Machine)
    end.

entered_with(Actions, Wish, Then, Machine) ->
    try actions(Actions, Wish#wish{debug = Machine#machine.debug}, Machine) of
        Wish2 -> Then(Wish2, Machine#machine{debug = Wish2#wish.debug})
    catch
        error:{bad_action_from_state_function, _} = Reason:Stack ->
            terminate(error, Reason, Stack, Machine)
    end.

%% Timers are set, inserted events stand first; a timeout of 0 is an event after those.
arrange(#wish{events = Events, timeouts = Timeouts, hibernate = Hibernate}, Machine0) ->
    #machine{queue = Queue} = Machine0,
    Machine1 = Machine0#machine{queue = lists:reverse(Events, Queue), hibernate = Hibernate},
    Machine2 = lists:foldl(fun set_timer/2, Machine1, lists:reverse(Timeouts)),
    %% An event already waiting ends an event timeout at once.
    Machine3 = case Machine2#machine.queue of
                   [] -> Machine2;
                   [{at_once, timeout, _} | _] -> Machine2;
                   [_ | _] -> cancel_timer(timeout, Machine2)
               end,
    next(Machine3).

set_timer({Type, cancel}, Machine) -> cancel_timer(Type, Machine);
set_timer({Type, update, Content}, #machine{timers = Timers} = Machine) ->
    case Timers of
        #{Type := {Ref, _}} -> Machine#machine{timers = Timers#{Type := {Ref, Content}}};
        _ -> at_once(Type, Content, told({insert_timeout, {Type, Content}, Machine#machine.state}, Machine))
    end;
set_timer({Type, infinity, _, _}, Machine) -> cancel_timer(Type, Machine);
set_timer({Type, 0, Content, Options}, #machine{state = State} = Machine) ->
    at_once(Type, Content, told({start_timer, {Type, 0, Content, Options}, State}, Machine));
set_timer({Type, Time, Content, Options}, Machine0) ->
    #machine{timers = Timers} = Machine = cancel_timer(Type, Machine0),
    Ref = erlang:start_timer(Time, self(), {?MODULE, Type}, Options),
    told({start_timer, {Type, Time, Content, Options}, Machine#machine.state}, Machine#machine{timers = Timers#{Type => {Ref, Content}}}).

at_once(Type, Content, Machine0) ->
    #machine{queue = Queue} = Machine = cancel_timer(Type, Machine0),
    Machine#machine{queue = Queue ++ [{at_once, Type, Content}]}.

%% A timeout that has fired already is taken out of the queue and the mailbox too.
cancel_timer(Type, #machine{timers = Timers, queue = Queue} = Machine) ->
    case Timers of
        #{Type := {Ref, _}} ->
            case erlang:cancel_timer(Ref) of
                false -> receive {timeout, Ref, _} -> ok after 0 -> ok end;
                _ -> ok
            end,
            Machine#machine{timers = maps:remove(Type, Timers)};
        _ when Queue =:= [] -> Machine;
        _ -> Machine#machine{queue = [Event || Event <- Queue, not is_timeout_at_once(Type, Event)]}
    end.

is_timeout_at_once(Type, {at_once, Type, _}) -> true;
is_timeout_at_once(_, _) -> false.

%% ---- Actions ----

actions(Actions, Wish, Machine) when is_list(Actions) ->
    lists:foldl(fun(Action, W) -> action(Action, W, Machine) end, Wish, Actions);
actions(Action, Wish, Machine) -> action(Action, Wish, Machine).

action(postpone, Wish, _) -> Wish#wish{postpone = true};
action({postpone, Bool}, Wish, _) when is_boolean(Bool) -> Wish#wish{postpone = Bool};
action(hibernate, Wish, _) -> Wish#wish{hibernate = true};
action({hibernate, Bool}, Wish, _) when is_boolean(Bool) -> Wish#wish{hibernate = Bool};
action({reply, From, Reply}, #wish{debug = Debug} = Wish, Machine) ->
    gen:reply(From, Reply),
    Wish#wish{debug = debugged({out, Reply, From}, Debug, Machine)};
action({next_event, Type, Content}, #wish{events = Events, debug = Debug} = Wish, #machine{state = State} = Machine) ->
    Wish#wish{events = [{Type, Content} | Events], debug = debugged({in, {Type, Content}, State}, Debug, Machine)};
action({change_callback_module, Module}, Wish, _) when is_atom(Module) -> Wish#wish{module = {change, Module}};
action({push_callback_module, Module}, Wish, _) when is_atom(Module) -> Wish#wish{module = {push, Module}};
action(pop_callback_module, Wish, #machine{below = [_ | _]}) -> Wish#wish{module = pop};
action({timeout, Time, Content}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({timeout, Time, Content, []}, Wish);
action({timeout, Time, Content, Options}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({timeout, Time, Content, options(Options)}, Wish);
action({timeout, cancel}, Wish, _) -> timeout({timeout, cancel}, Wish);
action({timeout, update, Content}, Wish, _) -> timeout({timeout, update, Content}, Wish);
action({state_timeout, Time, Content}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({state_timeout, Time, Content, []}, Wish);
action({state_timeout, Time, Content, Options}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({state_timeout, Time, Content, options(Options)}, Wish);
action({state_timeout, cancel}, Wish, _) -> timeout({state_timeout, cancel}, Wish);
action({state_timeout, update, Content}, Wish, _) -> timeout({state_timeout, update, Content}, Wish);
action({{timeout, _} = Type, Time, Content}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({Type, Time, Content, []}, Wish);
action({{timeout, _} = Type, Time, Content, Options}, Wish, _) when Time =:= infinity; is_integer(Time) ->
    timeout({Type, Time, Content, options(Options)}, Wish);
action({{timeout, _} = Type, cancel}, Wish, _) -> timeout({Type, cancel}, Wish);
action({{timeout, _} = Type, update, Content}, Wish, _) -> timeout({Type, update, Content}, Wish);
action(infinity, Wish, _) -> timeout({timeout, infinity, infinity, []}, Wish);
action(Time, Wish, _) when is_integer(Time), Time >= 0 -> timeout({timeout, Time, Time, []}, Wish);
action(Other, _, _) -> erlang:error({bad_action_from_state_function, Other}).

options(Options) when is_list(Options) -> Options;
options(Option) -> [Option].

timeout(Timeout, #wish{timeouts = Timeouts} = Wish) -> Wish#wish{timeouts = [Timeout | Timeouts]}.

%% ---- What sys is told of, where somebody asked for it ----

wish(#machine{debug = Debug}) -> #wish{debug = Debug}.

told(_, #machine{debug = []} = Machine) -> Machine;
told(Event, #machine{debug = Debug} = Machine) -> Machine#machine{debug = debugged(Event, Debug, Machine)}.

debugged(_, [], _) -> [];
debugged(Event, Debug, #machine{name = Name}) -> sys:handle_debug(Debug, fun ?MODULE:print_event/3, Name, Event).

handled(_, _, _, #machine{debug = []} = Machine) -> Machine;
handled(true, Event, Old, #machine{state = State} = Machine) -> told({postpone, Event, Old, State}, Machine);
handled(false, Event, Old, #machine{state = State} = Machine) -> told({consume, Event, Old, State}, Machine).

print_event(Device, {in, Event, State}, Name) ->
    io:format(Device, "*DBG* ~tp receive ~ts in state ~tp~n", [Name, event_text(Event), State]);
print_event(Device, {out, Reply, {To, _}}, Name) -> io:format(Device, "*DBG* ~tp send ~tp to ~tw~n", [Name, Reply, To]);
print_event(Device, {Tag, Event, Old, New}, Name) when Tag =:= postpone; Tag =:= consume ->
    States = case New of
                 Old -> io_lib:format("~tp", [Old]);
                 _ -> io_lib:format("~tp => ~tp", [Old, New])
             end,
    io:format(Device, "*DBG* ~tp ~tw ~ts in state ~ts~n", [Name, Tag, event_text(Event), States]);
print_event(Device, {Tag, What, State}, Name) ->
    io:format(Device, "*DBG* ~tp ~tw ~tp in state ~tp~n", [Name, Tag, What, State]).

event_text({{call, {Pid, _}}, Request}) -> io_lib:format("call ~tp from ~tw", [Request, Pid]);
event_text({Type, Content}) -> io_lib:format("~tw ~tp", [Type, Content]).

%% ---- The end ----

terminate(Class, Reason, Stack, #machine{module = Module, state = State, data = Data} = Machine) ->
    Exit = case Class of
               error -> {Reason, Stack};
               exit -> Reason
           end,
    case erlang:function_exported(Module, terminate, 3) of
        true ->
            try Module:terminate(Exit, State, Data)
            catch
                throw:_ -> ok;
                Class2:Reason2:Stack2 ->
                    report(Class2, Reason2, Stack2, Machine),
                    erlang:raise(Class2, Reason2, Stack2)
            end;
        false -> ok
    end,
    case Exit of
        normal -> told({terminate, Reason, State}, Machine);
        shutdown -> told({terminate, Reason, State}, Machine);
        {shutdown, _} -> told({terminate, Reason, State}, Machine);
        _ -> report(Class, Reason, Stack, Machine)
    end,
    case Class of
        error -> erlang:raise(error, Reason, Stack);
        exit -> exit(Reason)
    end.

report(Class, Reason, Stack, #machine{name = Name, module = Module, below = Below, mode = Mode, enter = Enter,
                                      state = State, data = Data, queue = Waiting, postponed = Postponed,
                                      timers = Timers, debug = Debug}) ->
    Queue = [event_of(Event) || Event <- Waiting],
    Client = case Queue of
                 [{{call, From}, _} | _] -> From;
                 _ -> undefined
             end,
    Status = gen:format_status(Module, terminate,
                               #{reason => Reason, state => State, data => Data, queue => Queue, postponed => Postponed,
                                 timeouts => timeouts(Timers), log => sys:get_log(Debug)},
                               [get(), State, Data]),
    moonbeam_report:log(error, ?MODULE,
                        #{label => {?MODULE, terminate}, name => Name, queue => maps:get(queue, Status),
                          postponed => maps:get(postponed, Status), modules => [Module | Below], callback_mode => Mode,
                          state_enter => Enter,
                          state => case Status of
                                       #{'$status' := Shown} -> Shown;
                                       #{state := ShownState, data := ShownData} -> {ShownState, ShownData}
                                   end,
                          timeouts => {map_size(Timers), maps:get(timeouts, Status)}, log => maps:get(log, Status),
                          reason => {Class, maps:get(reason, Status), Stack},
                          client_info => moonbeam_report:client(Client)}).

event_of({at_once, Type, Content}) -> {Type, Content};
event_of(Event) -> Event.

timeouts(Timers) -> [{Type, Content} || {Type, {_, Content}} <- maps:to_list(Timers)].

format_log(Report) -> moonbeam_report:format(Report).
format_log(Report, Options) -> moonbeam_report:format(Report, Options).

%% ---- System messages ----

system_continue(Parent, Debug, Machine) -> next(Machine#machine{parent = Parent, debug = Debug}).
system_terminate(Reason, _Parent, Debug, Machine) ->
    terminate(exit, Reason, [], Machine#machine{debug = Debug}).
system_get_state(#machine{state = State, data = Data}) -> {ok, {State, Data}}.

system_replace_state(Replace, #machine{state = State, data = Data} = Machine) ->
    {NewState, NewData} = New = Replace({State, Data}),
    {ok, New, Machine#machine{state = NewState, data = NewData}}.

system_code_change(#machine{module = Module, state = State, data = Data} = Machine, _, OldVersion, Extra) ->
    case catch Module:code_change(OldVersion, State, Data, Extra) of
        {ok, NewState, NewData} -> {ok, with_mode(Machine#machine{state = NewState, data = NewData})};
        Other -> Other
    end.

format_status(What, [Dictionary, Mode, Parent, Debug, #machine{name = Name, module = Module, below = Below,
                                                               state = State, data = Data, postponed = Postponed,
                                                               timers = Timers}]) ->
    Status = gen:format_status(Module, What,
                               #{state => State, data => Data, postponed => Postponed, log => sys:get_log(Debug),
                                 timeouts => timeouts(Timers)},
                               [Dictionary, State, Data]),
    [{header, gen:format_status_header("Status for state machine", Name)},
     {data, [{"Status", Mode}, {"Parent", Parent}, {"Modules", [Module | Below]},
             {"Time-outs", {map_size(Timers), maps:get(timeouts, Status)}}, {"Logged Events", maps:get(log, Status)},
             {"Postponed", maps:get(postponed, Status)}]} |
     case Status of
         #{'EXIT' := Failure} -> [{data, [{"State", {State, Failure}}]}];
         #{'$status' := List} when is_list(List) -> List;
         #{'$status' := Shown} -> [Shown];
         #{state := ShownState, data := ShownData} -> [{data, [{"State", {ShownState, ShownData}}]}]
     end].
